import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Card, Checks } from '#contract/customers.ts'
import { formatShortDay } from '../lib/format.ts'
import { choiceLabel, useField, useLayout } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { useToday } from '../lib/start.ts'
import { Chip } from '../ui/chip.tsx'
import { GradeSeal } from '../ui/grade-seal.tsx'
import { PhoneText } from '../ui/phone-text.tsx'
import { CardActions } from './card-actions.tsx'
import { CardChecks } from './card-checks.tsx'
import { customerChips, gradeOf, peopleOf } from './card-facts.ts'
import classes from './card-header.module.css'
import { NextContactChip } from './next-contact.tsx'

interface CardHeaderProps {
  readonly card: Card
  readonly onPrint: () => void
  /** One of the three checks was pressed. */
  readonly onCheck: (check: keyof Checks) => void
}

/** Who it is, when one calls next, at which number, and what was said last. */
export function CardHeader({ card, onPrint, onCheck }: CardHeaderProps) {
  const { t } = useTranslation('card')
  const layout = useLayout()
  const [person] = peopleOf(card, layout)

  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <div className={classes.title}>
          <Tooltip label={t('back')}>
            <ActionIcon aria-label={t('back')} onClick={() => navigate(paths.customers)}>
              <IconArrowLeft size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <GradeSeal grade={gradeOf(card)} size="lg" />
          <h1 className={classes.name}>{card.name}</h1>
          <span className={classes.number}>{card.number}</span>
          <span className={classes.chips}>
            {customerChips(card, layout).map((chip) => (
              <Chip key={chip}>{chip}</Chip>
            ))}
          </span>
        </div>
        <CardActions card={card} onPrint={onPrint} />
      </div>
      <div className={classes.lines}>
        <div className={classes.now}>
          <NextContactChip next={card.nextContact} />
          {person && (
            <span className={classes.person}>
              {person.name}
              {person.role !== '' && <span className={classes.role}>{person.role}</span>}
              {person.phone !== null && <PhoneText number={person.phone} />}
            </span>
          )}
        </div>
        <LastVisit card={card} />
      </div>
      <div className={classes.checks}>
        <CardChecks card={card} onOpen={onCheck} />
      </div>
    </header>
  )
}

function LastVisit({ card: { lastVisit } }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const today = useToday()
  const channels = useField('visit', 'channel')
  if (!lastVisit) return <p className={classes.last}>{t('neverVisited')}</p>
  return (
    <p className={classes.last} title={lastVisit.situation}>
      <span className={classes.when}>
        {t('last', {
          day: formatShortDay(lastVisit.visitedAt.slice(0, 10), today),
          channel: choiceLabel(channels, lastVisit.channel),
        })}
      </span>
      {lastVisit.situation}
    </p>
  )
}
