import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueFollowUp } from '#contract/follow-ups.ts'
import { formatShortDay } from '../lib/format.ts'
import { choiceLabel, useField } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { useToday } from '../lib/start.ts'
import { DueText } from '../ui/due-text.tsx'
import { GradeSeal } from '../ui/grade-seal.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { PhoneText } from '../ui/phone-text.tsx'
import { CompletePanel } from './complete-panel.tsx'
import { ReschedulePanel } from './reschedule-panel.tsx'
import { SkipPanel } from './skip-panel.tsx'
import { SnoozePanel } from './snooze-panel.tsx'
import classes from './today.module.css'
import type { Asking, Current } from './use-current.ts'

interface DueRowProps {
  readonly item: DueFollowUp
  readonly current: Current
  readonly isCurrent: boolean
  readonly isComing: boolean
}

const panels = { complete: CompletePanel, snooze: SnoozePanel, reschedule: ReschedulePanel, skip: SkipPanel }

const actions: readonly { readonly asking: Asking; readonly keyCap: string }[] = [
  { asking: 'complete', keyCap: 'Enter' },
  { asking: 'snooze', keyCap: 'S' },
  { asking: 'reschedule', keyCap: 'R' },
  { asking: 'skip', keyCap: 'X' },
]

/** Whom to call, about what, and what was said last time. The current row shows what can be done. */
export function DueRow({ item, current, isCurrent, isComing }: DueRowProps) {
  const { t } = useTranslation('follow-ups')
  const kinds = useField('followUp', 'followUpKind')
  const row = useRef<HTMLDivElement>(null)
  const asking = isCurrent ? current.asking : null
  const getsFocus = isCurrent && asking === null && current.hasFocus
  const Panel = asking && panels[asking]
  const kind = choiceLabel(kinds, item.kind)

  useEffect(() => {
    // A row may come back behind a form that was opened in the meantime: what is typed there is not interrupted.
    if (getsFocus && !document.activeElement?.closest('[role="dialog"]')) row.current?.focus({ preventScroll: true })
  }, [getsFocus])

  return (
    <div
      className={classes.due}
      ref={row}
      role="group"
      aria-label={`${item.customerName} ${kind}`}
      tabIndex={isCurrent ? 0 : -1}
      data-current={isCurrent || undefined}
      data-coming={isComing || undefined}
      onFocus={(event) => event.target === event.currentTarget && !getsFocus && current.select(item.id)}
    >
      {!isComing && (
        <div className={classes.when}>
          <When item={item} />
        </div>
      )}
      <div className={classes.what}>
        <div className={classes.first}>
          {item.grade && <GradeSeal grade={item.grade} />}
          <a className={classes.name} href={paths.card(item.customerId)} tabIndex={-1}>
            {item.customerName}
          </a>
          <span className={classes.kind}>{[kind, isComing && item.dueTime].filter(Boolean).join(' ')}</span>
          {item.priority === 'high' && <span className={classes.high}>{t('high')}</span>}
          {item.phone && (
            <span className={classes.phone}>
              <PhoneText number={item.phone} inTabOrder={false} />
            </span>
          )}
        </div>
        <p className={classes.second}>
          <About item={item} />
        </p>
        {isCurrent && asking === null && (
          <div className={classes.actions}>
            {actions.map(({ asking, keyCap }) => (
              <Button
                key={asking}
                className={asking === 'complete' ? classes.primary : classes.action}
                variant={asking === 'complete' ? 'filled' : 'default'}
                rightSection={<KeyCap>{keyCap}</KeyCap>}
                onClick={() => current.ask(asking)}
              >
                {t(`action.${asking}`)}
              </Button>
            ))}
            <Button
              className={classes.action}
              rightSection={<KeyCap>{'O'}</KeyCap>}
              onClick={() => navigate(paths.card(item.customerId))}
            >
              {t('action.open')}
            </Button>
          </div>
        )}
        {Panel && <Panel item={item} onCancel={() => current.ask(null)} onSaved={current.pass} onAsk={current.ask} />}
      </div>
    </div>
  )
}

function When({ item: { dueOn, dueTime } }: { readonly item: DueFollowUp }) {
  const { t } = useTranslation('follow-ups')
  if (dueOn < useToday()) return <DueText dueOn={dueOn} dueTime={dueTime} />
  return dueTime === null ? <span className={classes.allDay}>{t('allDay')}</span> : dueTime
}

/** What it is about, and the last note to pick up from. */
function About({ item }: { readonly item: DueFollowUp }) {
  const { t } = useTranslation('follow-ups')
  const today = useToday()
  const { title, content, place, lastVisit } = item
  const about = [title, content, place].filter(Boolean).join(t('join'))
  const last =
    lastVisit && t('lastNote', { day: formatShortDay(lastVisit.visitedOn, today), note: lastVisit.situation })
  return [about, last].filter(Boolean).join(t('stop'))
}
