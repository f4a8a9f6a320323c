import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Today } from '#contract/follow-ups.ts'
import { StatusBar } from '../ui/status-bar.tsx'
import classes from './today.module.css'

/** How much there is to do, and the keys that do it. */
export function TodayStatus({ today }: { readonly today: Today | undefined }) {
  const { t } = useTranslation('follow-ups')
  const keys = [
    { keys: ['↑', '↓'], label: t('key.move') },
    { keys: ['Enter'], label: t('action.complete') },
    { keys: ['S'], label: t('action.snooze') },
    { keys: ['O'], label: t('action.open') },
    { keys: ['C'], label: t('key.copy') },
    { keys: ['L'], label: t('key.log') },
  ]
  if (today === undefined) return <StatusBar keys={keys} />

  const { overdue, dueToday, comingDays, doneToday } = today
  return (
    <StatusBar keys={keys}>
      <span>{t('status.overdue', { count: overdue.count })}</span>
      <span>{t('status.today', { count: dueToday.count })}</span>
      <span>{t('status.coming', { count: comingDays.count })}</span>
      {doneToday.count > 0 && (
        <span className={classes.statusDone}>
          <IconCircleCheck size={14} stroke={1.6} aria-hidden />
          {t('status.done', { count: doneToday.count })}
        </span>
      )}
    </StatusBar>
  )
}
