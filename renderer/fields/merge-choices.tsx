import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice, Field } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { choiceLabel, fieldLabel } from '../lib/layout.ts'
import { useWrite } from '../lib/use-write.ts'
import { ChoiceInput } from '../ui/choice-input.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

interface MergeChoicesProps {
  readonly field: Field
  readonly from: Choice
  readonly uses: number
  readonly onClose: () => void
}

/** Two words for one thing become one, on every record. */
export function MergeChoices({ field, from, uses, onClose }: MergeChoicesProps) {
  const { t } = useTranslation('fields')
  const others = field.choices.filter(({ key }) => key !== from.key)
  const [into, setInto] = useState(others[0]?.key ?? '')
  const merge = useWrite(api.fields.mergeChoices.mutationOptions())
  const names = { from: choiceLabel(field, from.key), into: choiceLabel(field, into), field: fieldLabel(field) }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('mergeQuestion', names)}
      confirmLabel={t('merge')}
      isBusy={merge.isPending}
      onConfirm={() =>
        merge.write(
          { field: field.id, from: from.key, into },
          ({ values }) => t('isMerged', { ...names, count: values }),
          onClose,
        )
      }
    >
      <ChoiceInput
        label={t('mergeTarget')}
        options={others.map(({ key }) => ({ key, label: choiceLabel(field, key) }))}
        value={into}
        clearable={false}
        onChange={(key) => key !== null && setInto(key)}
      />
      <p>{t('mergeText', { ...names, count: uses })}</p>
    </ConfirmDialog>
  )
}
