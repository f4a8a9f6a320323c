import type { Address } from '#contract/addresses.ts'
import type { Day } from '#contract/common.ts'
import type { Card, Contact } from '#contract/customers.ts'
import type { Field, Layout } from '#contract/fields.ts'
import type { FollowUp } from '#contract/follow-ups.ts'
import type { Staff } from '#contract/staff.ts'
import type { Visit } from '#contract/visits.ts'
import { addressLine } from '../lib/address-line.ts'
import { type Cell, cellOf, type Run, runsOf } from './sheet-cells.ts'

/** All that is printed about one customer. */
export interface SheetSource {
  readonly card: Card
  readonly followUps: readonly FollowUp[]
  readonly visits: readonly Visit[]
}

export interface SheetOptions {
  readonly layout: Layout
  readonly staff: readonly Staff[]
  readonly today: Day
  /** Sensitive fields are printed only when they were ticked for this print. */
  readonly withSensitive: boolean
}

/** How things are put in words; the page gives its language, a test its own. */
export interface SheetWords {
  readonly field: (field: Field) => string
  readonly section: (section: Layout['sections'][number]) => string
  readonly value: (field: Field, value: Card['values'][string]) => string
  readonly choice: (field: Field | undefined, key: string | null) => string
  readonly phone: (number: string) => string
  readonly reportsTo: (name: string) => string
  readonly influences: (names: string) => string
  readonly word: (key: SheetWord) => string
}

export type SheetWord =
  | 'contacts'
  | 'followUps'
  | 'visits'
  | 'thisTime'
  | 'overdue'
  | 'decides'
  | 'listComma'
  | 'openBracket'
  | 'closeBracket'

export type TableName = 'items' | 'contacts' | 'followUps' | 'visits'

export type Block =
  | { readonly type: 'item'; readonly number: number; readonly title: string; readonly cells: readonly [Cell] }
  | { readonly type: 'row'; readonly table: Exclude<TableName, 'items'>; readonly cells: readonly Cell[] }
  | { readonly type: 'title'; readonly title: string; readonly cells: readonly [] }
  | { readonly type: 'ruledLines'; readonly title: string; readonly cells: readonly [] }

/** The card as a list of blocks in the order they are printed. */
export function sheetBlocks(source: SheetSource, options: SheetOptions, words: SheetWords): Block[] {
  return [
    ...items(source.card, options, words),
    ...table('contacts', words, contactRows(source.card.contacts, options, words)),
    ...table('followUps', words, followUpRows(source.followUps, options, words)),
    ...table('visits', words, visitRows(source.visits, options, words)),
    { type: 'ruledLines', title: words.word('thisTime'), cells: [] },
  ]
}

/** Whether ticking "sensitive fields too" would print anything more. */
export function hasSensitive(layout: Layout): boolean {
  return layout.fields.some((field) => field.sensitive && field.printed && !field.hidden)
}

function items(card: Card, options: SheetOptions, words: SheetWords): Block[] {
  return options.layout.sections
    .filter((section) => !section.hidden)
    .toSorted((a, b) => a.position - b.position)
    .map((section, index) => {
      const title = words.section(section)
      const fields = options.layout.fields
        .filter((field) => field.owner === 'customer' && field.section === section.key && isPrinted(field, options))
        .toSorted((a, b) => a.position - b.position)
      const cell = fields.flatMap((field) => runsOfField(card, field, title, words))
      return { type: 'item', number: index + 1, title, cells: [cell] }
    })
}

function runsOfField(card: Card, field: Field, title: string, words: SheetWords): Run[] {
  const text = textOfField(card, field, words)
  if (text === '') return []
  const name = words.field(field)
  const label = title.toLowerCase().includes(name.toLowerCase()) ? '' : name
  return runsOf(label, text, field.type === 'longText' || text.length > 24)
}

/** Phones, addresses and people stand in rows of their own; everything else is a value of the field. */
function textOfField(card: Card, field: Field, words: SheetWords): string {
  switch (field.key) {
    case 'phones':
      return card.phones.map((phone) => words.phone(phone.number)).join(words.word('listComma'))
    case 'address':
      return card.addresses.map((address) => addressText(address, words)).join('\n')
    case 'affiliate':
      return card.affiliates.map(({ name, note }) => withNote(name, note, words)).join(words.word('listComma'))
    case 'decisionMakers':
      return people(
        card.contacts.filter((contact) => contact.isDecisionMaker),
        words,
      )
    case 'primaryContact':
      return people(
        card.contacts.filter((contact) => contact.isPrimary),
        words,
      )
    default:
      return words.value(field, card.values[field.key] ?? null)
  }
}

function people(contacts: readonly Contact[], words: SheetWords): string {
  return contacts.map(({ name, title }) => withNote(name, title, words)).join(words.word('listComma'))
}

/** As it stands on an envelope, and what it is for. */
function addressText({ label, postcode, ...address }: Address, words: SheetWords): string {
  return withNote([addressLine(address), postcode].filter(Boolean).join(' '), label, words)
}

function withNote(text: string, note: string, words: SheetWords): string {
  return note === '' ? text : `${text}${words.word('openBracket')}${note}${words.word('closeBracket')}`
}

function contactRows(contacts: readonly Contact[], options: SheetOptions, words: SheetWords): (readonly Cell[])[] {
  const printed = (key: string) => {
    const field = fieldOf(options.layout, 'contact', key)
    // What is printed of contacts is laid down here, since no section holds their fields; what is kept back is not.
    return field === undefined || (!field.hidden && (options.withSensitive || !field.sensitive))
  }
  const role = fieldOf(options.layout, 'contact', 'role')
  return contacts.map((contact) => [
    cellOf(contact.name),
    cellOf(printed('title') ? contact.title : ''),
    cellOf(printed('role') ? roleOf(contact, words.choice(role, contact.role), words) : ''),
    cellOf(printed('phones') ? contact.phones.map((phone) => words.phone(phone.number)).join('\n') : ''),
    [
      ...chainOf(contact, contacts, words).flatMap(cellOf),
      ...cellOf(printed('relation') ? contact.relation : ''),
      ...cellOf(printed('notes') ? contact.notes : ''),
    ],
  ])
}

/** The decision chain in words: a drawing would take more paper than it says. */
function chainOf({ reportsTo, influences }: Contact, contacts: readonly Contact[], words: SheetWords): string[] {
  const named = (ids: readonly Contact['id'][]) =>
    ids.flatMap((id) => contacts.find((contact) => contact.id === id)?.name ?? []).join(words.word('listComma'))
  const [above, swayed] = [named(reportsTo === null ? [] : [reportsTo]), named(influences)]
  return [above === '' ? '' : words.reportsTo(above), swayed === '' ? '' : words.influences(swayed)]
}

/** One who decides is told to be so, whatever else they are. */
function roleOf({ isDecisionMaker, role }: Contact, label: string, words: SheetWords): string {
  if (!isDecisionMaker || role === 'decisionMaker') return label
  return [words.word('decides'), label].filter((word) => word !== '').join(words.word('listComma'))
}

function followUpRows(followUps: readonly FollowUp[], options: SheetOptions, words: SheetWords): (readonly Cell[])[] {
  const kind = fieldOf(options.layout, 'followUp', 'followUpKind')
  return followUps.map((followUp) => [
    [],
    cellOf(
      [followUp.dueOn, followUp.dueTime, followUp.dueOn < options.today ? words.word('overdue') : null]
        .filter((part) => part !== null)
        .join(' '),
    ),
    cellOf(words.choice(kind, followUp.kind)),
    [...cellOf(followUp.title), ...cellOf(followUp.place), ...cellOf(followUp.content)],
    cellOf(options.staff.find(({ id }) => id === followUp.staffId)?.name ?? ''),
  ])
}

function visitRows(visits: readonly Visit[], options: SheetOptions, words: SheetWords): (readonly Cell[])[] {
  const channel = fieldOf(options.layout, 'visit', 'channel')
  const result = fieldOf(options.layout, 'visit', 'result')
  return visits.map((visit) => [
    cellOf(visit.visitedAt.slice(0, 10)),
    cellOf(words.choice(channel, visit.channel)),
    cellOf(visit.staffName ?? ''),
    [...cellOf(visit.situation), ...cellOf(visit.resultNote)],
    cellOf(words.choice(result, visit.result)),
  ])
}

function table(name: Exclude<TableName, 'items'>, words: SheetWords, rows: readonly (readonly Cell[])[]): Block[] {
  if (rows.length === 0) return []
  return [
    { type: 'title', title: words.word(name), cells: [] },
    ...rows.map((cells) => ({ type: 'row' as const, table: name, cells })),
  ]
}

function isPrinted(field: Field, { withSensitive }: SheetOptions): boolean {
  return field.printed && !field.hidden && (withSensitive || !field.sensitive)
}

function fieldOf(layout: Layout, owner: Field['owner'], key: string): Field | undefined {
  return layout.fields.find((field) => field.owner === owner && field.key === key)
}
