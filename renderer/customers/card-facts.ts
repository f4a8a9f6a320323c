import type { Card } from '#contract/customers.ts'
import type { Field, Layout, Section } from '#contract/fields.ts'
import { choiceLabel, fieldLabel } from '../lib/layout.ts'
import { isEmptyValue } from './filter-rules.ts'

export function gradeOf(card: Card): string | null {
  const grade = card.values['grade']
  return typeof grade === 'string' ? grade : null
}

/** Kind and classes in words, for the chips beside the name. */
export function customerChips(card: Card, layout: Layout): string[] {
  return ['kind', 'worth', 'loyalty', 'lifeCycle'].flatMap((key) => {
    const field = fieldOf(layout, 'customer', key)
    const value = key === 'kind' ? card.kind : card.values[key]
    if (typeof value !== 'string' || value === '') return []
    const label = choiceLabel(field, value)
    // 高 alone says nothing; 价值 高 does.
    return [key === 'worth' && field ? `${fieldLabel(field)} ${label}` : label]
  })
}

export interface Person {
  readonly key: string
  readonly name: string
  readonly role: string
  readonly phone: string | null
}

/** Whom one calls: the customer's own phone first, then the contacts, those who matter most before the others. */
export function peopleOf(card: Card, layout: Layout): Person[] {
  const roles = fieldOf(layout, 'contact', 'role')
  const reached = new Set(card.contacts.flatMap((contact) => contact.phones.map(({ digits }) => digits)))
  const phone = card.phones.find(({ digits }) => card.kind === 'person' || !reached.has(digits))
  const own = phone
    ? [{ key: 'own', name: card.kind === 'person' ? card.name : '', role: phone.label, phone: phone.number }]
    : []
  const contacts = sortedContacts(card).map((contact) => ({
    key: String(contact.id),
    name: contact.name,
    role: [contact.title, contact.role ? choiceLabel(roles, contact.role) : ''].filter(Boolean).join(' '),
    phone: contact.phones[0]?.number ?? null,
  }))
  return card.kind === 'person' ? [...own, ...contacts] : [...contacts, ...own]
}

export function sortedContacts(card: Card): Card['contacts'] {
  const weight = (contact: Card['contacts'][number]) => (contact.isPrimary ? 2 : 0) + (contact.isDecisionMaker ? 1 : 0)
  return card.contacts.toSorted((a, b) => weight(b) - weight(a))
}

/** The items of the card that hold something, of all there are. */
export function filledItems(layout: Layout, card: Pick<Card, 'emptySections'>): { filled: number; total: number } {
  const sections = shownSections(layout)
  const empty = sections.filter(({ key }) => card.emptySections.includes(key)).length
  return { filled: sections.length - empty, total: sections.length }
}

/** The items in order: not the hidden ones, and not those that were left without a field. */
export function shownSections({ sections, fields }: Layout): Section[] {
  const inUse = new Set(
    fields.filter(({ owner, hidden }) => owner === 'customer' && !hidden).map(({ section }) => section),
  )
  return sections.filter(({ key, hidden }) => !hidden && inUse.has(key)).toSorted((a, b) => a.position - b.position)
}

/** The fields of an item in order. Hidden ones never, those out of use only where they still hold something. */
export function fieldsOfSection(layout: Layout, section: string, card: Card): Field[] {
  return layout.fields
    .filter((field) => field.owner === 'customer' && field.section === section && !field.hidden)
    .filter((field) => !field.retired || holds(card, field))
    .toSorted((a, b) => a.position - b.position)
}

function holds(card: Card, { key, storage }: Field): boolean {
  if (storage !== 'part') return !isEmptyValue(card.values[key])
  switch (key) {
    case 'phones':
      return card.phones.length > 0
    case 'address':
      return card.addresses.length > 0
    case 'affiliate':
      return card.affiliates.length > 0
    case 'decisionMakers':
      return card.contacts.some(({ isDecisionMaker }) => isDecisionMaker)
    default:
      return card.contacts.length > 0
  }
}

function fieldOf(layout: Layout, owner: Field['owner'], key: string): Field | undefined {
  return layout.fields.find((field) => field.owner === owner && field.key === key)
}
