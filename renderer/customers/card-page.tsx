import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { Card, Checks } from '#contract/customers.ts'
import { api, client } from '../lib/api.ts'
import { useCommand } from '../lib/commands.ts'
import { useKeys } from '../lib/keys.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { request } from '../lib/requests.ts'
import { domainError } from '../lib/show-error.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pending } from '../ui/pending.tsx'
import { CardHeader } from './card-header.tsx'
import classes from './card-page.module.css'
import { CardSections } from './card-sections.tsx'
import { CardStatus } from './card-status.tsx'
import { useNeighbours } from './use-neighbours.ts'

interface CardPageProps {
  readonly id: CustomerId
  /** Where a visit is written down in one line. */
  readonly quickLog: ReactNode
  readonly timeline: ReactNode
  /** The files kept with the card. */
  readonly attachments: ReactNode
}

export function CardPage({ id, ...parts }: CardPageProps) {
  const { t } = useTranslation('card')
  const card = useQuery(api.customers.card.queryOptions({ input: { id }, meta: { ownErrors: true } }))

  if (card.data) return <OpenCard card={card.data} {...parts} />
  if (card.isPending) return <Pending />
  if (domainError(card.error)?.code !== 'NOT_FOUND') throw card.error
  return (
    <EmptyState title={t('gone')} action={<Button onClick={() => navigate(paths.customers)}>{t('toList')}</Button>}>
      {t('goneHint')}
    </EmptyState>
  )
}

interface OpenCardProps extends Omit<CardPageProps, 'id'> {
  readonly card: Card
}

function OpenCard({ card, quickLog, timeline, attachments }: OpenCardProps) {
  const neighbours = useNeighbours(card.id)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  // What was empty as the switch was turned stays in sight while one fills it in.
  const [onlyEmpty, setOnlyEmpty] = useState<readonly string[] | null>(null)
  const print = () => navigate(paths.print([card.id]))
  const openCheck = (check: keyof Checks) => {
    if (check === 'complete') setOnlyEmpty(onlyEmpty ? null : card.emptySections)
    else if (check === 'timely') focusQuickLog()
    else request({ form: 'history', entity: 'customer', id: card.id, name: card.name })
  }
  const focusQuickLog = () => document.querySelector<HTMLElement>('[data-quick-log]')?.focus()

  useOpened(card.id)
  useCommand('print', print)
  useCommand('export', () => request({ form: 'export', selection: { ids: [card.id] } }))
  useCommand('newVisit', focusQuickLog)
  useCommand('newFollowUp', () => request({ form: 'followUp', customerId: card.id }))
  useKeys({
    l: focusQuickLog,
    p: print,
    'alt+ArrowDown': () => neighbours.next !== null && navigate(paths.card(neighbours.next)),
    'alt+ArrowUp': () => neighbours.previous !== null && navigate(paths.card(neighbours.previous)),
    Escape: () => navigate(paths.customers),
  })

  return (
    <div className={classes.page}>
      <CardHeader card={card} onPrint={print} onCheck={openCheck} />
      <div className={classes.log}>{quickLog}</div>
      <div className={classes.panes}>
        <CardSections
          card={card}
          attachments={attachments}
          onlyEmpty={onlyEmpty}
          onOnlyEmpty={setOnlyEmpty}
          onSaved={() => setSavedAt(Date.now())}
        />
        <div className={classes.timeline}>{timeline}</div>
      </div>
      <CardStatus neighbours={neighbours} savedAt={savedAt} />
    </div>
  )
}

/** Notes once for each card that it was opened: the search box offers what one had last. */
function useOpened(customerId: CustomerId): void {
  useEffect(() => {
    // Nothing on screen changes by it, and nothing is lost without it.
    client.search.opened({ customerId }).catch(() => {})
  }, [customerId])
}
