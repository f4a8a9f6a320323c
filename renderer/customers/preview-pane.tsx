import { Button } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { Card } from '#contract/customers.ts'
import { api } from '../lib/api.ts'
import { commandKey } from '../lib/commands.ts'
import { formatShortDay } from '../lib/format.ts'
import { choiceLabel, useField, useLayout } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { request } from '../lib/requests.ts'
import { useToday } from '../lib/start.ts'
import { Chip } from '../ui/chip.tsx'
import { GradeSeal } from '../ui/grade-seal.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { PhoneText } from '../ui/phone-text.tsx'
import { customerChips, filledItems, gradeOf, peopleOf } from './card-facts.ts'
import { NextContactLine } from './next-contact.tsx'
import classes from './preview-pane.module.css'

interface PreviewPaneProps {
  readonly id: CustomerId | null
}

/** The current row at a glance: whom to call, what is due, what was said. */
export function PreviewPane({ id }: PreviewPaneProps) {
  const { t } = useTranslation('customers')
  const shownId = useDeferredValue(id)
  const card = useQuery(
    api.customers.card.queryOptions({
      input: shownId === null ? skipToken : { id: shownId },
      placeholderData: keepPreviousData,
      meta: { ownErrors: true },
    }),
  )

  return (
    <aside className={classes.pane} aria-label={t('preview.title')}>
      {id !== null && card.data && (
        <>
          <div className={classes.facts}>
            <Facts card={card.data} />
          </div>
          <footer className={classes.actions}>
            <Button variant="filled" onClick={() => navigate(paths.card(id))} rightSection={<KeyCap>{'Enter'}</KeyCap>}>
              {t('open')}
            </Button>
            <Button
              onClick={() => request({ form: 'visit', customerId: id })}
              rightSection={<KeyCap>{commandKey('newVisit').join(' ')}</KeyCap>}
            >
              {t('newVisit')}
            </Button>
            <Button
              onClick={() => request({ form: 'followUp', customerId: id })}
              rightSection={<KeyCap>{commandKey('newFollowUp').join(' ')}</KeyCap>}
            >
              {t('newFollowUp')}
            </Button>
          </footer>
        </>
      )}
    </aside>
  )
}

function Facts({ card }: { readonly card: Card }) {
  const { t } = useTranslation('customers')
  const layout = useLayout()
  const channels = useField('visit', 'channel')
  const today = useToday()
  const { filled, total } = filledItems(layout, card)
  const { lastVisit } = card
  const needs = card.values['needs']

  return (
    <>
      <section>
        <div className={classes.head}>
          <GradeSeal grade={gradeOf(card)} size="lg" />
          <div className={classes.who}>
            <h2 className={classes.name}>{card.name}</h2>
            <p className={classes.line}>{subtitle(card, layout)}</p>
          </div>
        </div>
        <div className={classes.chips}>
          {customerChips(card, layout).map((chip) => (
            <Chip key={chip}>{chip}</Chip>
          ))}
          <Chip>{t('filled', { filled, total })}</Chip>
        </div>
      </section>
      <section>
        {peopleOf(card, layout).map((person) => (
          <div key={person.key} className={classes.person}>
            <span>{person.name}</span>
            <span className={classes.role}>{person.role}</span>
            {person.phone !== null && (
              <span className={classes.phone}>
                <PhoneText number={person.phone} />
              </span>
            )}
          </div>
        ))}
      </section>
      <NextContactLine next={card.nextContact} />
      {lastVisit && (
        <section>
          <h3 className={classes.label}>
            {t('lastContact', {
              day: formatShortDay(lastVisit.visitedAt.slice(0, 10), today),
              channel: choiceLabel(channels, lastVisit.channel),
              staff: lastVisit.staffName ?? '',
            })}
          </h3>
          <p className={classes.note}>{lastVisit.situation}</p>
        </section>
      )}
      {typeof needs === 'string' && needs !== '' && (
        <section>
          <h3 className={classes.label}>{t('needs')}</h3>
          <p className={classes.note}>{needs}</p>
        </section>
      )}
      <Recent id={card.id} />
    </>
  )
}

function subtitle(card: Card, layout: ReturnType<typeof useLayout>): string {
  const words = ['kind', 'industry'].map((key) => {
    const field = layout.fields.find((each) => each.owner === 'customer' && each.key === key)
    const value = key === 'kind' ? card.kind : card.values[key]
    return typeof value === 'string' && value !== '' ? choiceLabel(field, value) : ''
  })
  return [card.number, ...words, card.values['region'] ?? ''].filter((word) => word !== '').join(' · ')
}

function Recent({ id }: { readonly id: CustomerId }) {
  const { t } = useTranslation('customers')
  const channels = useField('visit', 'channel')
  const recent = useQuery(
    api.visits.timeline.queryOptions({
      input: { customerId: id, kind: 'visit', after: null, limit: 5 },
      placeholderData: keepPreviousData,
    }),
  )
  const visits = (recent.data?.entries ?? []).flatMap((entry) => (entry.type === 'visit' ? [entry.visit] : []))
  if (visits.length === 0) return null
  return (
    <section>
      <h3 className={classes.label}>{t('recent')}</h3>
      <dl className={classes.recent}>
        {visits.map((visit) => (
          <div key={visit.id}>
            <dt>{visit.visitedAt.slice(0, 10)}</dt>
            <dd>{t('recentLine', { channel: choiceLabel(channels, visit.channel), text: visit.situation })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
