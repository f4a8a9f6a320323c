import { t } from 'i18next'
import { type Field, FieldValue } from '#contract/fields.ts'
import { domainError, errorMessage } from '../lib/show-error.ts'
import { fieldValueText } from '../lib/field-value-text.ts'
import { whyNoDay } from '../lib/why-no-day.ts'

interface SaveProblem {
  readonly message: string
  /** What the field holds by now, when somebody saved it in the meantime. */
  readonly now?: FieldValue
}

/** Why a value was not saved, in words to stand under its field. What was typed stays typed. */
export function saveProblem(error: unknown, field: Field, typed: FieldValue): SaveProblem {
  const known = domainError(error)
  if (known?.code !== 'CHANGED_MEANWHILE') return { message: refusal(error, typed) }
  const now = FieldValue.catch(null).parse(known.data.now ?? null)
  return { message: t('customers:changedMeanwhile', { now: fieldValueText(field, now) || t('customers:empty') }), now }
}

/** Of a value that was refused: what is wrong with it, a date with the reason why it is none. */
export function refusal(error: unknown, typed: FieldValue): string {
  const known = domainError(error)
  const isDate = known?.code === 'BAD_VALUE' && ['notADate', 'notAPartialDate'].includes(known.data.problem)
  return (isDate && typeof typed === 'string' ? whyNoDay(typed) : null) ?? errorMessage(error)
}
