import { IconCalendarDue } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#contract/customers.ts'
import { dueWords, formatShortDay } from '../lib/format.ts'
import { choiceLabel, useField } from '../lib/layout.ts'
import { useToday } from '../lib/start.ts'
import classes from './next-contact.module.css'

interface NextContactProps {
  readonly next: Card['nextContact']
}

/** When one calls next and about what, on one line; red when it is late. */
export function NextContactChip({ next }: NextContactProps) {
  const { t } = useTranslation('customers')
  const words = useNextContact(next)
  return (
    <span className={classes.chip} data-tone={words.tone}>
      <IconCalendarDue size={15} stroke={1.6} aria-hidden />
      {t('nextContact', { text: words.due })}
      {words.detail !== '' && <span className={classes.detail}>{words.detail}</span>}
    </span>
  )
}

/** The same as a band of the preview, with room for what it is about. */
export function NextContactLine({ next }: NextContactProps) {
  const words = useNextContact(next)
  return (
    <section className={classes.band} data-tone={words.tone}>
      <IconCalendarDue size={16} stroke={1.6} aria-hidden />
      <div className={classes.words}>
        <p>
          <strong>{words.due}</strong> {words.detail}
        </p>
        {next !== null && next.title !== '' && <p>{next.title}</p>}
      </div>
    </section>
  )
}

function useNextContact(next: Card['nextContact']) {
  const { t } = useTranslation('customers')
  const today = useToday()
  const kinds = useField('followUp', 'followUpKind')
  if (next === null) return { due: t('nothingPlanned'), detail: '', tone: 'none' }
  const { text, tone } = dueWords(next.dueOn, next.dueTime, today)
  const day = tone === 'overdue' ? formatShortDay(next.dueOn, today) : ''
  return { due: text, detail: [day, choiceLabel(kinds, next.kind)].filter(Boolean).join(' '), tone }
}
