import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '#contract/visits.ts'
import { formatMinute, formatShortDay } from '../lib/format.ts'
import { choiceLabel, useField } from '../lib/layout.ts'
import { useToday } from '../lib/start.ts'
import { ChannelIcon } from './channel-icon.tsx'
import classes from './timeline.module.css'

interface VisitEntryProps {
  readonly visit: Visit
  readonly onEdit: (visit: Visit) => void
  readonly onRemove: (visit: Visit) => void
}

export function VisitEntry({ visit, onEdit, onRemove }: VisitEntryProps) {
  const { t } = useTranslation(['visits', 'common'])
  const channel = useField('visit', 'channel')
  const result = useField('visit', 'result')
  const title = [choiceLabel(channel, visit.channel), visit.result && choiceLabel(result, visit.result)]
  const met = visit.contactNames.length > 0 && t('timeline.met', { names: visit.contactNames.join(t('common:comma')) })
  const day = visit.visitedAt.slice(0, 10)

  return (
    <article className={classes.entry}>
      <time className={classes.day} dateTime={visit.visitedAt} title={formatMinute(visit.visitedAt)}>
        {formatShortDay(day, day)}
      </time>
      <span className={classes.icon} aria-hidden>
        <ChannelIcon channel={visit.channel} />
      </span>
      <div className={classes.text}>
        <p className={classes.head}>
          <span className={classes.title}>{title.filter(Boolean).join(t('join'))}</span>
          <span className={classes.who}>{[visit.staffName, met].filter(Boolean).join(' · ')}</span>
          <span className={classes.actions}>
            <Tooltip label={`${t('timeline.edit')} (E)`}>
              <ActionIcon size={24} tabIndex={-1} aria-label={t('timeline.edit')} onClick={() => onEdit(visit)}>
                <IconPencil size={14} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={`${t('timeline.remove')} (Delete)`}>
              <ActionIcon size={24} tabIndex={-1} aria-label={t('timeline.remove')} onClick={() => onRemove(visit)}>
                <IconTrash size={14} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </span>
        </p>
        {visit.situation !== '' && <p className={classes.situation}>{visit.situation}</p>}
        <VisitDetails visit={visit} />
      </div>
    </article>
  )
}

/** The smaller facts of a visit: only those that are there. */
function VisitDetails({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation(['visits', 'common'])
  const today = useToday()
  const purpose = useField('visit', 'purpose')
  const kind = useField('followUp', 'followUpKind')
  const { next } = visit
  const facts = [
    [t('timeline.purpose'), visit.purpose && choiceLabel(purpose, visit.purpose)],
    [t('resultNote'), visit.resultNote],
    [t('timeline.mood'), visit.mood],
    [t('timeline.decision'), visit.decisionNote],
    [t('timeline.preparation'), visit.preparation],
    [t('timeline.approach'), visit.approach],
    [t('duration'), visit.durationMinutes !== null && t('timeline.minutes', { count: visit.durationMinutes })],
  ] as const
  const told = facts.filter(([, text]) => text)
  if (told.length === 0 && next === null && !visit.nextIsNone) return null

  return (
    <p className={classes.details}>
      {told.map(([label, text]) => (
        <span key={label}>
          {label} {text}
        </span>
      ))}
      {next !== null && (
        <span className={classes.next}>
          {t('timeline.next', {
            day: [formatShortDay(next.dueOn, today), next.dueTime].filter(Boolean).join(' '),
            what: next.title || choiceLabel(kind, next.kind),
          })}
        </span>
      )}
      {next === null && visit.nextIsNone && <span className={classes.none}>{t('timeline.noNext')}</span>}
    </p>
  )
}
