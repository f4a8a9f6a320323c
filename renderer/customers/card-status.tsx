import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import { formatNumber } from '../lib/format.ts'
import { useLayout } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { StatusBar } from '../ui/status-bar.tsx'
import { shownSections } from './card-facts.ts'
import classes from './card-status.module.css'
import type { Neighbours } from './use-neighbours.ts'

interface CardStatusProps {
  readonly neighbours: Neighbours
  readonly savedAt: number | null
}

/** Where in the list one is, whether all is saved, and the keys of the card. */
export function CardStatus({ neighbours, savedAt }: CardStatusProps) {
  const { t } = useTranslation(['card', 'customers'])
  const items = shownSections(useLayout()).length
  const { place, count, view, isNarrowed, previous, next } = neighbours
  return (
    <StatusBar
      keys={[
        { keys: ['L'], label: t('customers:key.log') },
        { keys: ['E'], label: t('customers:key.editField') },
        { keys: [`1–${items}`], label: t('customers:key.jump') },
        { keys: ['P'], label: t('customers:key.print') },
        { keys: ['Alt', '↓'], label: t('customers:key.next') },
        { keys: ['Esc'], label: t('customers:key.toList') },
      ]}
    >
      {place !== null && (
        <>
          <span>
            {t('place', {
              view: isNarrowed ? t('filtered') : view,
              place: formatNumber(place),
              of: formatNumber(count),
            })}
          </span>
          <span className={classes.steps}>
            <Step label={t('previous')} to={previous} icon={<IconChevronUp size={16} stroke={1.6} aria-hidden />} />
            <Step label={t('next')} to={next} icon={<IconChevronDown size={16} stroke={1.6} aria-hidden />} />
          </span>
        </>
      )}
      {savedAt !== null && (
        <span className={classes.saved} role="status">
          <IconCircleCheck size={14} stroke={1.6} aria-hidden />
          {t('savedAt', { time: new Date(savedAt).toTimeString().slice(0, 8) })}
        </span>
      )}
    </StatusBar>
  )
}

interface StepProps {
  readonly label: string
  readonly to: CustomerId | null
  readonly icon: ReactNode
}

function Step({ label, to, icon }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={24}
        aria-label={label}
        disabled={to === null}
        onClick={() => to !== null && navigate(paths.card(to))}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}
