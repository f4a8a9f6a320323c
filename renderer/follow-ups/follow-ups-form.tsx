import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CustomerSelection } from '#contract/customers.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { dueText } from '../lib/due-text.ts'
import { formatNumber } from '../lib/format.ts'
import { useStart, useToday } from '../lib/start.ts'
import { useFormValues } from '../lib/use-form-values.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { FollowUpFields } from './follow-up-fields.tsx'
import { newFollowUpValues } from './follow-up-values.ts'

interface FollowUpsFormProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly selection: CustomerSelection
  /** How many customers those are. */
  readonly count: number
}

/** The same follow-up for each of many customers. */
export function FollowUpsForm({ opened, onClose, selection, count }: FollowUpsFormProps) {
  const { t } = useTranslation('follow-ups')
  const { atDesk } = useStart()
  const today = useToday()
  const form = useFormValues(opened, () => newFollowUpValues(null, atDesk))
  const save = useMutation(api.followUps.saveForMany.mutationOptions())

  const submit = () => {
    form.setTried()
    const { dueOn, dueTime } = form.values
    if (dueOn === null) return
    save.mutate(
      { selection, followUp: { ...form.values, dueOn } },
      {
        onSuccess({ operationId, count: planned }) {
          announce({
            message: t('plannedForMany', {
              count: planned,
              shown: formatNumber(planned),
              day: dueText({ day: dueOn, time: dueTime }, today),
            }),
            operationId,
          })
          onClose()
        },
      },
    )
  }

  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={t('newFollowUps', { count, shown: formatNumber(count) })}
      isDirty={form.isDirty}
      onSubmit={submit}
      isSaving={save.isPending}
    >
      <FollowUpFields
        values={form.values}
        onChange={form.change}
        asksCustomer={false}
        isForMany
        isTried={form.isTried}
      />
    </FormDrawer>
  )
}
