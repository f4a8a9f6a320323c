import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TimelineKind } from '#contract/visits.ts'
import classes from './timeline.module.css'

interface TimelineFilterProps {
  readonly kind: TimelineKind
  readonly onChange: (kind: TimelineKind) => void
  readonly counts: Readonly<Record<TimelineKind, number>> | undefined
}

export function TimelineFilter({ kind, onChange, counts }: TimelineFilterProps) {
  const { t } = useTranslation('visits')
  const name = useId()
  return (
    <div className={classes.filter} role="radiogroup" aria-label={t('timeline.filter')}>
      {TimelineKind.options.map((option) => (
        <label key={option} className={classes.option} data-picked={option === kind || undefined}>
          <input
            type="radio"
            name={name}
            className={classes.radio}
            checked={option === kind}
            onChange={() => onChange(option)}
          />
          {t(`timeline.${option}`)} {counts?.[option]}
        </label>
      ))}
    </div>
  )
}
