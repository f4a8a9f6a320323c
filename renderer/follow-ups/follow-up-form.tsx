import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { FollowUp } from '#contract/follow-ups.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { dueText } from '../lib/due-text.ts'
import { useStart, useToday } from '../lib/start.ts'
import { useFormValues } from '../lib/use-form-values.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { FollowUpFields } from './follow-up-fields.tsx'
import { followUpDraftOf, newFollowUpValues, valuesOfFollowUp } from './follow-up-values.ts'

interface FollowUpFormProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Null: the form asks. */
  readonly customerId: CustomerId | null
  /** The follow-up that is edited; absent for a new one. */
  readonly followUp?: FollowUp
}

/** A follow-up to plan, or to change. */
export function FollowUpForm({ opened, onClose, customerId, followUp }: FollowUpFormProps) {
  const { t } = useTranslation(['follow-ups', 'common'])
  const { atDesk } = useStart()
  const today = useToday()
  const form = useFormValues(opened, () =>
    followUp ? valuesOfFollowUp(followUp) : newFollowUpValues(customerId, atDesk),
  )
  const save = useMutation(api.followUps.save.mutationOptions())
  const remove = useMutation(api.followUps.remove.mutationOptions())

  const submit = () => {
    form.setTried()
    const draft = followUpDraftOf(form.values, followUp?.id ?? null)
    if (draft === null) return
    save.mutate(draft, {
      onSuccess({ operationId }) {
        announce({
          message: t('planned', { day: dueText({ day: draft.dueOn, time: draft.dueTime }, today) }),
          operationId,
        })
        onClose()
      },
    })
  }

  const removeFollowUp = ({ id }: FollowUp) =>
    remove.mutate(
      { id },
      {
        onSuccess({ operationId }) {
          announce({ message: t('removed'), operationId })
          onClose()
        },
      },
    )

  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={t(followUp ? 'editFollowUp' : 'newFollowUp')}
      isDirty={form.isDirty}
      onSubmit={submit}
      isSaving={save.isPending}
      footer={
        followUp && (
          <Button color="red" variant="subtle" onClick={() => removeFollowUp(followUp)}>
            {t('common:delete')}
          </Button>
        )
      }
    >
      <FollowUpFields
        values={form.values}
        onChange={form.change}
        asksCustomer={customerId === null}
        isTried={form.isTried}
      />
    </FormDrawer>
  )
}
