import { useTranslation } from 'react-i18next'
import { addDays } from '../lib/days.ts'
import { formatShortDay, formatWeekday } from '../lib/format.ts'
import { festivalsOf } from '../lib/lunar.ts'
import { useToday } from '../lib/start.ts'
import type { Group } from './today-rows.ts'
import classes from './today.module.css'

interface GroupHeadProps {
  readonly group: Group
  readonly count: number
}

export function GroupHead({ group, count }: GroupHeadProps) {
  const { t } = useTranslation('follow-ups')
  const today = useToday()
  if (group.of !== 'day') return <Head name={t(`group.${group.of}`)} count={count} isLate={group.of === 'overdue'} />

  const { day } = group
  const isTomorrow = day === addDays(today, 1)
  const date = formatShortDay(day, today)
  const festivals = festivalsOf(day).map((key) => t(`festival.${key}`))
  return (
    <Head
      name={isTomorrow ? t('group.tomorrow') : formatWeekday(day)}
      count={count}
      extra={[isTomorrow ? `${date} ${formatWeekday(day)}` : date, ...festivals].join(' · ')}
    />
  )
}

interface HeadProps {
  readonly name: string
  readonly count: number
  readonly isLate?: boolean
  readonly extra?: string
}

function Head({ name, count, isLate = false, extra }: HeadProps) {
  return (
    <h2 className={classes.group}>
      <span className={classes.groupName}>{name}</span>
      <span data-late={isLate || undefined} className={classes.count}>
        {count}
      </span>
      {extra !== undefined && <span className={classes.extra}>{extra}</span>}
    </h2>
  )
}
