import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconCheck,
  IconChevronDown,
  IconFileExport,
  IconPrinter,
  IconTrash,
  IconUserPlus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#contract/customers.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { formatShortDay } from '../lib/format.ts'
import { choiceLabel, useField, useLayout } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { request } from '../lib/requests.ts'
import { useToday } from '../lib/start.ts'
import { Chip } from '../ui/chip.tsx'
import { GradeSeal } from '../ui/grade-seal.tsx'
import { PhoneText } from '../ui/phone-text.tsx'
import { customerChips, filledItems, gradeOf, peopleOf } from './card-facts.ts'
import classes from './card-header.module.css'
import { NextContactChip } from './next-contact.tsx'

interface CardHeaderProps {
  readonly card: Card
  readonly onPrint: () => void
}

/** Who it is, when one calls next, at which number, and what was said last. */
export function CardHeader({ card, onPrint }: CardHeaderProps) {
  const { t } = useTranslation(['card', 'customers'])
  const layout = useLayout()
  const [person] = peopleOf(card, layout)

  return (
    <header className={classes.header}>
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
      <Actions card={card} onPrint={onPrint} />
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
      <Completeness card={card} />
    </header>
  )
}

function Actions({ card, onPrint }: CardHeaderProps) {
  const { t } = useTranslation(['card', 'customers'])
  const remove = useMutation(
    api.customers.remove.mutationOptions({
      onSuccess: ({ operationId }) => announce({ message: t('removed', { name: card.name }), operationId }),
    }),
  )
  const removeCard = () => {
    // One leaves first: a card that is gone must not be asked for again.
    navigate(paths.customers)
    remove.mutate({ selection: { ids: [card.id] } })
  }

  return (
    <div className={classes.actions}>
      <Button leftSection={<IconPrinter size={15} stroke={1.6} aria-hidden />} onClick={onPrint}>
        {t('customers:print')}
      </Button>
      <Button
        leftSection={<IconFileExport size={15} stroke={1.6} aria-hidden />}
        onClick={() => request({ form: 'export', selection: { ids: [card.id] } })}
      >
        {t('customers:export')}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}>{t('more')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconUserPlus size={15} stroke={1.6} aria-hidden />}
            onClick={() => request({ form: 'followUp', customerId: card.id })}
          >
            {t('planFollowUp')}
          </Menu.Item>
          <Menu.Item
            color="var(--sk-danger)"
            leftSection={<IconTrash size={15} stroke={1.6} aria-hidden />}
            onClick={removeCard}
          >
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function LastVisit({ card: { lastVisit } }: { readonly card: Card }) {
  const { t } = useTranslation(['card', 'customers'])
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

function Completeness({ card }: { readonly card: Card }) {
  const { t } = useTranslation(['card', 'customers'])
  const { filled, total } = filledItems(useLayout(), card)
  const isFull = filled === total
  const Sign = isFull ? IconCheck : IconAlertTriangle
  return (
    <div className={classes.meter} data-full={isFull || undefined}>
      <p className={classes.meterHead}>
        {t('complete')}
        <span className={classes.verdict}>
          <Sign size={13} stroke={1.6} aria-hidden />
          {isFull ? t('full') : t('missing', { count: total - filled })}
        </span>
      </p>
      <div className={classes.bar} aria-hidden>
        <div style={{ width: `${(100 * filled) / total}%` }} />
      </div>
      <p>{t('filled', { filled, total })}</p>
    </div>
  )
}
