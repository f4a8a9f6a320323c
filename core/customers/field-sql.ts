import type { Day } from '#contract/common.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { fieldExpression } from '../db/json.ts'
import { firstContactReading } from '../db/first-contact.ts'
import { plainReading } from '../db/plain-reading.ts'

/** How a field of customers stands in SQL. An index is found only for the very same text, so nothing is bound. */
export interface FieldSql {
  /** The value, null when the field is empty. */
  readonly value: string
  /** Where it is kept finer than a day: the moment at which a day begins, to be compared with the value. */
  readonly startOf?: (day: Day) => FieldValue
  /** What the list is sorted by, the main thing first; only that can be null. */
  readonly sort: readonly string[]
  readonly neverNull?: boolean
  /** The sort of a field that stands in no index yet, and may. */
  readonly indexable: boolean
}

const text = (column: string) => `nullif(customers.${column}, '')`

const columns: Readonly<Record<string, FieldSql>> = {
  name: { value: 'customers.name', sort: [plainReading, 'customers.name'], indexable: false, neverNull: true },
  shortName: { value: text('short_name'), sort: [text('short_name')], indexable: true },
  reading: { value: text('reading'), sort: [plainReading, 'customers.name'], indexable: false, neverNull: true },
  kind: { value: 'customers.kind', sort: ['customers.kind'], indexable: false, neverNull: true },
  number: { value: 'customers.number', sort: ['customers.number'], indexable: false, neverNull: true },
  createdBy: { value: text('created_by'), sort: [text('created_by')], indexable: true },
  createdOn: { value: 'customers.created_on', sort: ['customers.created_on'], indexable: false, neverNull: true },
  lastContact: {
    value: 'customers.last_contact_at',
    // Local minutes are text that begins with their day.
    startOf: (day) => day,
    sort: ['customers.last_contact_at'],
    indexable: false,
  },
  nextContact: {
    value: 'customers.next_contact_on',
    sort: ['customers.next_contact_on', "coalesce(customers.next_contact_time, '24:00')"],
    indexable: false,
  },
  completeness: {
    value: 'customers.completeness',
    sort: ['customers.completeness'],
    indexable: false,
    neverNull: true,
  },
  confirmedOn: {
    value: 'customers.confirmed_at',
    startOf: (day) => new Date(`${day}T00:00`).getTime(),
    sort: ['customers.confirmed_at'],
    indexable: false,
  },
  phones: part(
    '(SELECT digits FROM phones WHERE customer_id = customers.id ORDER BY contact_id, position, id LIMIT 1)',
  ),
  primaryContact: part(firstContactReading('primary')),
  decisionMakers: part(firstContactReading('deciding')),
  address: part(
    '(SELECT area || street FROM addresses WHERE customer_id = customers.id ORDER BY position, id LIMIT 1)',
  ),
  affiliate: part(`(SELECT ${plainReading} FROM customers AS other WHERE id IN (
      SELECT other_id FROM customer_links WHERE customer_id = customers.id UNION ALL
      SELECT customer_id FROM customer_links WHERE other_id = customers.id
    ) ORDER BY ${plainReading} LIMIT 1)`),
}

export function fieldSql(field: Field): FieldSql {
  if (field.storage !== 'value') {
    const known = columns[field.key]
    if (!known) throw new Error(`The field ${field.key} stands nowhere.`)
    return known
  }
  const value = fieldExpression(field.key)
  return { value, sort: [sortOfValue(field, value)], indexable: field.type !== 'customer' }
}

/** The order of choices is the owner's, not that of the alphabet; a customer is sorted by name, not by id. */
function sortOfValue(field: Field, value: string): string {
  if (field.type === 'choice') {
    const cases = field.choices.map(({ key }, place) => `WHEN '${key.replaceAll("'", "''")}' THEN ${place}`)
    return cases.length === 0 ? value : `CASE ${value} ${cases.join(' ')} END`
  }
  if (field.type === 'customer') return `(SELECT ${plainReading} FROM customers AS other WHERE other.id = ${value})`
  return value
}

/** Sorted by the first of the rows that belong to a customer; what such a field is asked for, `partCondition` knows. */
function part(first: string): FieldSql {
  return { value: first, sort: [first], indexable: false }
}
