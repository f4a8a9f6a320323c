import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#contract/customers.ts'
import { choiceLabel, useField } from '../lib/layout.ts'
import { useStart, useToday } from '../lib/start.ts'
import { dueWords, formatDay } from '../lib/format.ts'
import type { Group } from './sheet-pages.ts'
import { SheetGroup } from './sheet-table.tsx'
import classes from './sheet.module.css'

interface SheetProps {
  readonly card: Card
  readonly groups: readonly Group[]
  readonly page: number
  readonly pages: number
}

/** One page of paper. What is on it fits it: the pages were dealt out by measuring this very thing. */
export const Sheet = memo(function Sheet({ card, groups, page, pages }: SheetProps) {
  const { t } = useTranslation('print')
  return (
    <article className={classes.sheet} aria-label={t('pageOf', { name: card.name, page, pages })}>
      {page === 1 ? <SheetHead card={card} /> : <ContinuedHead card={card} />}
      <SheetFlow>
        {groups.map((group) => (
          <SheetGroup key={group.key} group={group} />
        ))}
      </SheetFlow>
      <SheetFoot card={card} page={page} pages={pages} />
    </article>
  )
})

/** Draws everything about a customer once, out of sight, for the measuring. */
export function SheetDraft({ card, groups }: Pick<SheetProps, 'card' | 'groups'>) {
  return (
    <>
      <div className={classes.sheet} data-measure="firstPage">
        <SheetHead card={card} />
        <SheetFlow />
        <SheetFoot card={card} page={1} pages={1} />
      </div>
      <div className={classes.sheet} data-measure="laterPage">
        <ContinuedHead card={card} />
        <SheetFlow />
        <SheetFoot card={card} page={1} pages={1} />
      </div>
      <div className={classes.draft} data-measure="blocks">
        {groups.map((group) => (
          <SheetGroup key={group.key} group={group} />
        ))}
      </div>
    </>
  )
}

function SheetFlow({ children }: { readonly children?: ReactNode }) {
  return (
    <div className={classes.flow} data-flow>
      {children}
    </div>
  )
}

function SheetHead({ card }: { readonly card: Card }) {
  const { t } = useTranslation('print')
  const grade = card.values['grade']
  const gradeField = useField('customer', 'grade')
  return (
    <header className={classes.head}>
      <div>
        <h1 className={classes.heading}>{t('cardTitle')}</h1>
        <p className={classes.name}>
          {typeof grade === 'string' && (
            <span className={classes.seal}>{choiceLabel(gradeField, grade).slice(0, 1)}</span>
          )}
          {card.name}
        </p>
      </div>
      <div className={classes.meta}>
        <p className={classes.cardNumber}>{card.number}</p>
        <NextContactLine card={card} />
        <LastContactLine card={card} />
      </div>
    </header>
  )
}

function NextContactLine({ card: { nextContact } }: { readonly card: Card }) {
  const { t } = useTranslation('print')
  const kind = useField('followUp', 'followUpKind')
  const due = useDueWords(nextContact)
  if (!nextContact) return null
  return (
    <p>
      <span className={classes.metaLabel}>{t('nextContact')}</span>
      {[formatDay(nextContact.dueOn), nextContact.dueTime, kind && choiceLabel(kind, nextContact.kind)]
        .filter(Boolean)
        .join(' ')}
      {due}
    </p>
  )
}

function useDueWords(nextContact: Card['nextContact']): string {
  const { t } = useTranslation('print')
  const today = useToday()
  if (!nextContact || nextContact.dueOn >= today) return ''
  return t('inBrackets', { text: dueWords(nextContact.dueOn, nextContact.dueTime, today).text })
}

function LastContactLine({ card: { lastVisit } }: { readonly card: Card }) {
  const { t } = useTranslation('print')
  const channel = useField('visit', 'channel')
  if (!lastVisit) return null
  return (
    <p>
      <span className={classes.metaLabel}>{t('lastContact')}</span>
      {formatDay(lastVisit.visitedAt.slice(0, 10))} {channel && choiceLabel(channel, lastVisit.channel)}
    </p>
  )
}

function ContinuedHead({ card }: { readonly card: Card }) {
  const { t } = useTranslation('print')
  return (
    <header className={classes.continued}>
      <span className={classes.cardNumber}>{card.number}</span>
      <span>{card.name}</span>
      <span className={classes.metaLabel}>{t('continued')}</span>
    </header>
  )
}

function SheetFoot({ card, page, pages }: Omit<SheetProps, 'groups'>) {
  const { t } = useTranslation('print')
  const { settings, today } = useStart()
  return (
    <footer className={classes.foot}>
      <span>
        {settings.businessName} {settings.businessPhone}
      </span>
      <span className={classes.footName}>
        {card.number} {card.name}
      </span>
      <span className={classes.footPage}>
        <span>{t('printedOn', { day: formatDay(today) })}</span>
        <span>{t('pageNumber', { page, pages })}</span>
      </span>
    </footer>
  )
}
