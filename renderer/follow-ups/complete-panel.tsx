import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { dueText } from '../lib/due-text.ts'
import { lastChannel, rememberChannel } from '../lib/last-channel.ts'
import { useChoices } from '../lib/layout.ts'
import { hasOtherPlan, nextChoiceOf, nextDue, nextUnasked } from '../lib/next-pick.ts'
import { useLanguage, useToday } from '../lib/start.ts'
import { ContactLine } from '../ui/contact-line.tsx'
import type { PanelProps } from './panel-props.ts'
import classes from './today.module.css'

/** Done: one line on how it went, by which channel, when next. */
export function CompletePanel({ item, onCancel, onSaved }: PanelProps) {
  const { t } = useTranslation(['follow-ups', 'common'])
  const today = useToday()
  const language = useLanguage()
  const channels = useChoices('visit', 'channel')
  const [line, setLine] = useState({ channel: lastChannel(channels) as string | null, text: '', next: nextUnasked })
  const [isAsking, setIsAsking] = useState(false)
  const [isTried, setIsTried] = useState(false)
  const { data: open = [] } = useQuery(
    api.followUps.openOfCustomer.queryOptions({ input: { customerId: item.customerId } }),
  )
  const complete = useMutation(api.followUps.complete.mutationOptions())
  const due = nextDue(line.next, today, language)
  const isNextWrong = isTried && line.next.pick === 'custom' && due === null
  const isQuestion = isAsking && line.next.pick === null

  const submit = () => {
    setIsTried(true)
    if (line.next.pick === 'custom' && due === null) return
    const isPlanned = line.next.pick !== null || hasOtherPlan(open, [item.id], today)
    if (!isPlanned && !isAsking) return setIsAsking(true)
    if (line.channel !== null) rememberChannel(line.channel)
    complete.mutate(
      {
        id: item.id,
        outcome: line.text.trim(),
        channel: line.channel,
        next: isPlanned ? nextChoiceOf(line.next, today, language) : { choice: 'none' },
      },
      {
        onSuccess({ operationId }) {
          const next = due && t('common:next.on', { day: dueText(due, today) })
          const message = [t('completed', { name: item.customerName }), next].filter(Boolean).join(t('join'))
          announce({ message, operationId })
          onSaved()
        },
      },
    )
  }

  return (
    <div className={classes.panel}>
      <ContactLine
        value={line}
        onChange={setLine}
        onSubmit={submit}
        onCancel={onCancel}
        label={t('outcome')}
        placeholder={t('outcomeHint')}
        maxLength={10_000}
        mayBeNoVisit
        isActive
        isNextWrong={isNextWrong}
        isSaving={complete.isPending}
        textRef={focusOnce}
      />
      {(isQuestion || isNextWrong || due) && (
        <p
          className={classes.panelHint}
          data-tone={isNextWrong ? 'danger' : isQuestion ? 'warn' : undefined}
          role="status"
        >
          {isNextWrong
            ? t('common:next.wrong')
            : isQuestion
              ? t('noNext')
              : due && t('common:next.on', { day: dueText(due, today) })}
        </p>
      )}
    </div>
  )
}

function focusOnce(element: HTMLElement | null): void {
  element?.focus()
}
