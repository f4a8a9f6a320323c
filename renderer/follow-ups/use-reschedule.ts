import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DueFollowUp } from '#contract/follow-ups.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { dueText } from '../lib/due-text.ts'
import type { Due } from '../lib/next-pick.ts'
import { useToday } from '../lib/start.ts'

/** Moves a follow-up to another day and says so. */
export function useReschedule({ id, customerName }: DueFollowUp, onDone: () => void) {
  const { t } = useTranslation('follow-ups')
  const today = useToday()
  const { mutate, isPending } = useMutation(api.followUps.reschedule.mutationOptions())

  const reschedule = (due: Due) =>
    mutate(
      { ids: [id], dueOn: due.day, dueTime: due.time },
      {
        onSuccess({ operationId }) {
          announce({ message: t('moved', { name: customerName, day: dueText(due, today) }), operationId })
          onDone()
        },
      },
    )
  return { reschedule, isPending }
}
