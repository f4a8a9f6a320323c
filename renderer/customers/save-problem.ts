import { t } from 'i18next'
import { type Field, FieldValue } from '#contract/fields.ts'
import { domainError, errorMessage } from '../lib/show-error.ts'
import { fieldValueText } from '../lib/field-value-text.ts'

interface SaveProblem {
  readonly message: string
  /** What the field holds by now, when somebody saved it in the meantime. */
  readonly now?: FieldValue
}

/** Why a value was not saved, in words to stand under its field. What was typed stays typed. */
export function saveProblem(error: unknown, field: Field): SaveProblem {
  const known = domainError(error)
  if (known?.code !== 'CHANGED_MEANWHILE') return { message: errorMessage(error) }
  const now = FieldValue.catch(null).parse(known.data.now ?? null)
  return { message: t('customers:changedMeanwhile', { now: fieldValueText(field, now) || t('customers:empty') }), now }
}
