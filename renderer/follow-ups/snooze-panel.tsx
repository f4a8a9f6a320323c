import { Button } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatShortDay, formatWeekday } from '../lib/format.ts'
import { nextDue } from '../lib/next-pick.ts'
import { useLanguage, useToday } from '../lib/start.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import type { PanelProps } from './panel-props.ts'
import classes from './today.module.css'
import { useReschedule } from './use-reschedule.ts'

const picks = ['tomorrow', 'threeDays', 'nextWeek', 'custom'] as const

/** Puts it off by a choice of one key; 自选 asks for the day. */
export function SnoozePanel({ item, onCancel, onSaved, onAsk }: PanelProps) {
  const { t } = useTranslation(['follow-ups', 'common'])
  const today = useToday()
  const language = useLanguage()
  const group = useRef<HTMLDivElement>(null)
  const { reschedule, isPending } = useReschedule(item, onSaved)
  const dayOf = (pick: (typeof picks)[number]) => nextDue({ pick, text: '' }, today, language)?.day

  const choose = (pick: (typeof picks)[number]) => {
    const day = dayOf(pick)
    if (day === undefined) onAsk('reschedule')
    else if (!isPending) reschedule({ day, time: item.dueTime })
  }

  const press = (event: KeyboardEvent) => {
    const pick = picks[Number(event.key) - 1]
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0
    if (pick === undefined && step === 0 && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Escape') onCancel()
    else if (pick !== undefined) choose(pick)
    else focusNeighbour(group.current, step)
  }

  return (
    <div className={classes.actions} role="group" aria-label={t('action.snooze')} ref={group} onKeyDown={press}>
      {picks.map((pick, index) => {
        const day = dayOf(pick)
        return (
          <Button
            key={pick}
            className={classes.action}
            onClick={() => choose(pick)}
            rightSection={<KeyCap>{index + 1}</KeyCap>}
            title={day && `${formatShortDay(day, today)} ${formatWeekday(day)}`}
            ref={index === 0 ? focusOnce : null}
          >
            {t(`common:next.${pick}`)}
          </Button>
        )
      })}
      <span className={classes.panelHint}>{t('snoozeHint')}</span>
    </div>
  )
}

function focusNeighbour(group: HTMLElement | null, step: number): void {
  const buttons = [...(group?.querySelectorAll('button') ?? [])]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons.at((at + step) % buttons.length)?.focus()
}

function focusOnce(element: HTMLElement | null): void {
  element?.focus()
}
