import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId, FollowUpId } from '#contract/common.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { useDraft } from '../lib/draft.ts'
import { useKeys } from '../lib/keys.ts'
import { lastChannel, rememberChannel } from '../lib/last-channel.ts'
import { useChoices } from '../lib/layout.ts'
import { hasOtherPlan, nextChoiceOf, nextDue, nextUnasked } from '../lib/next-pick.ts'
import { useLanguage, useStart, useToday } from '../lib/start.ts'
import { ContactLine, type ContactLineValue } from '../ui/contact-line.tsx'
import { CustomerInput } from '../ui/customer-input.tsx'
import { LogFoot } from './log-foot.tsx'
import { emptyVisit } from './visit-values.ts'
import { nowMinute } from './now-minute.ts'
import classes from './quick-log.module.css'
import { savedMessage } from './saved-message.ts'
import { useAnswered } from './use-answered.ts'
import { VisitForm } from './visit-form.tsx'

interface QuickLogProps {
  readonly customerId: CustomerId | null
  /** Whom L is likely meant for. */
  readonly suggestedId?: CustomerId | null
  /** Absent where the customer is given, as on a card. */
  readonly onCustomerChange?: (id: CustomerId | null) => void
  /** What the page does once it is written down, such as giving the focus back to a list. */
  readonly onSaved?: () => void
}

/** One line about a contact just had. Enter saves it, Tab carries it into the full form. */
export function QuickLog(props: QuickLogProps) {
  const place = props.onCustomerChange ? 'anyone' : props.customerId
  return <QuickLogOf key={place} place={`quickLog:${place}`} {...props} />
}

function QuickLogOf({
  place,
  customerId,
  suggestedId,
  onCustomerChange,
  onSaved,
}: QuickLogProps & { readonly place: string }) {
  const { t } = useTranslation(['visits', 'common'])
  const { atDesk } = useStart()
  const today = useToday()
  const language = useLanguage()
  const channels = useChoices('visit', 'channel')
  const initial = { channel: lastChannel(channels), text: '', next: nextUnasked }
  const [line, setLine] = useDraft<ContactLineValue>(place, initial)
  const answered = useAnswered(customerId, today)
  const [isAsking, setIsAsking] = useState(false)
  const [isMissing, setIsMissing] = useState<'customer' | 'next' | null>(null)
  const [isFormOpen, setIsFormOpen] = useState(false)
  const textBox = useRef<HTMLTextAreaElement>(null)
  const save = useMutation(api.visits.save.mutationOptions())

  const due = nextDue(line.next, today, language)
  const isTyped = line.text.trim() !== ''
  useKeys({
    l: () => {
      if (suggestedId && !isTyped) onCustomerChange?.(suggestedId)
      textBox.current?.focus()
    },
  })

  const submit = () => {
    if (!isTyped) return textBox.current?.focus()
    if (customerId === null) return setIsMissing('customer')
    if (line.next.pick === 'custom' && due === null) return setIsMissing('next')
    const isPlanned = line.next.pick !== null || hasOtherPlan(answered.open, answered.ids, today)
    if (!isPlanned && !isAsking) return setIsAsking(true)
    write(customerId, answered.ids, !isPlanned)
  }

  const write = (customerId: CustomerId, completes: readonly FollowUpId[], isNone: boolean) => {
    const channel = line.channel ?? lastChannel(channels)
    rememberChannel(channel)
    save.mutate(
      {
        ...emptyVisit,
        customerId,
        visitedAt: nowMinute(today),
        channel,
        staffId: atDesk,
        situation: line.text.trim(),
        completes: [...completes],
        next: isNone ? { choice: 'none' } : nextChoiceOf(line.next, today, language),
      },
      {
        onSuccess({ operationId, completed }) {
          announce({ message: savedMessage(due, completed, today), operationId })
          finish()
        },
      },
    )
  }

  const finish = () => {
    setLine({ ...line, text: '', next: nextUnasked })
    setIsAsking(false)
    setIsMissing(null)
    textBox.current?.blur()
    onCustomerChange?.(null)
    onSaved?.()
  }

  return (
    <div className={classes.quickLog}>
      <ContactLine
        value={line}
        onChange={(value) => {
          setLine(value)
          setIsMissing(null)
        }}
        onSubmit={submit}
        onOpenForm={() => setIsFormOpen(true)}
        label={t('common:contactLine.text')}
        placeholder={t('common:contactLine.placeholder')}
        maxLength={100_000}
        lead={
          onCustomerChange && (
            <CustomerInput
              name={t('who')}
              placeholder={t('who')}
              value={customerId}
              onChange={(id) => {
                onCustomerChange(id)
                setIsMissing(null)
                if (id !== null) requestAnimationFrame(() => textBox.current?.focus())
              }}
            />
          )
        }
        isActive={isTyped}
        isNextWrong={isMissing === 'next'}
        isSaving={save.isPending}
        textRef={textBox}
      />
      {isTyped && (
        <LogFoot
          answered={answered}
          due={due}
          problem={isMissing === null ? null : t(isMissing === 'customer' ? 'whoMissing' : 'common:next.wrong')}
          isAsking={isAsking && line.next.pick === null}
          onNone={() => setLine({ ...line, next: { ...line.next, pick: 'none' } })}
        />
      )}
      <VisitForm
        opened={isFormOpen}
        onClose={() => setIsFormOpen(false)}
        onSaved={finish}
        customerId={customerId}
        start={line}
      />
    </div>
  )
}
