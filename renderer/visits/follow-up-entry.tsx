import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#contract/visits.ts'
import { formatMinute, formatShortDay } from '../lib/format.ts'
import { choiceLabel, useField } from '../lib/layout.ts'
import classes from './timeline.module.css'

interface FollowUpEntryProps {
  readonly entry: Extract<TimelineEntry, { type: 'followUp' }>
}

export function FollowUpEntry({ entry }: FollowUpEntryProps) {
  const { t } = useTranslation('visits')
  const kinds = useField('followUp', 'followUpKind')
  const { at, status, kind, title, outcome, staffName } = entry
  const Icon = status === 'done' ? IconCircleCheck : IconCircleMinus

  return (
    <article className={classes.entry}>
      <time className={classes.day} dateTime={at} title={formatMinute(at)}>
        {formatShortDay(at.slice(0, 10), at)}
      </time>
      <span className={classes.icon} aria-hidden>
        <Icon size={16} stroke={1.6} />
      </span>
      <div className={classes.text}>
        <p className={classes.head}>
          <span className={classes.title}>{t(`timeline.${status}`, { what: title || choiceLabel(kinds, kind) })}</span>
          <span className={classes.who}>{staffName}</span>
        </p>
        {outcome !== '' && <p className={classes.situation}>{outcome}</p>}
      </div>
    </article>
  )
}
