import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatShortDay } from '../lib/format.ts'
import { choiceLabel, useField } from '../lib/layout.ts'
import { useToday } from '../lib/start.ts'
import classes from './quick-log.module.css'
import type { Answered } from './use-answered.ts'

interface AnsweredTicksProps {
  readonly answered: Answered
  readonly label: string
}

/** Ticks for the follow-ups that the visit completes. */
export function AnsweredTicks({ answered, label }: AnsweredTicksProps) {
  const { t } = useTranslation('visits')
  const today = useToday()
  const kinds = useField('followUp', 'followUpKind')
  if (answered.offered.length === 0) return null
  return (
    <div className={classes.ticks} role="group" aria-label={label}>
      <span className={classes.hint} aria-hidden>
        {label}
      </span>
      {answered.offered.map(({ id, kind, title, dueOn }) => (
        <Checkbox
          key={id}
          checked={answered.ids.includes(id)}
          onChange={() => answered.toggle(id)}
          label={t('complete', { day: formatShortDay(dueOn, today), what: title || choiceLabel(kinds, kind) })}
        />
      ))}
    </div>
  )
}
