import { type RawBuilder, sql } from 'kysely'
import type { Filter } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { phoneDigits } from '#contract/phones.ts'
import { contains } from '../db/like.ts'

/** Rows that belong to customers and are shown in one field of theirs. */
interface Part {
  /** `SELECT customer_id …` of those rows, up to where a condition can be added. */
  readonly owners: string
  /** What is shown of a row. */
  readonly shown: string
}

const parts: Readonly<Record<string, Part>> = {
  phones: { owners: 'SELECT customer_id FROM phones WHERE true', shown: 'number' },
  primaryContact: { owners: 'SELECT customer_id FROM contacts WHERE is_primary = 1', shown: 'name' },
  decisionMakers: { owners: 'SELECT customer_id FROM contacts WHERE is_decision_maker = 1', shown: 'name' },
  address: { owners: 'SELECT customer_id FROM addresses WHERE true', shown: 'area || street' },
  // A link is told on both cards.
  affiliate: {
    owners: `SELECT link.customer_id FROM customers AS other JOIN (
      SELECT customer_id, other_id FROM customer_links UNION ALL SELECT other_id, customer_id FROM customer_links
    ) AS link ON other.id = link.other_id WHERE true`,
    shown: 'other.name',
  },
}

/** The customer fits when one of its phones, contacts, addresses … does. */
export function partCondition({ key }: Field, { operator, value }: Filter): RawBuilder<boolean> {
  const part = parts[key]
  if (!part) throw new Error(`The field ${key} stands nowhere.`)
  const wanted = [value].flat().map((each) => String(each ?? ''))
  const one = (text: string) => (operator === 'contains' ? containing(key, part, text) : equal(key, part, text))
  switch (operator) {
    case 'is':
    case 'contains':
      return owns(part, sql.join(wanted.map(one), sql` or `), true)
    case 'isNot':
      return owns(part, sql.join(wanted.map(one), sql` or `), false)
    case 'isEmpty':
      return sql`not ${hasAny(part)}`
    default:
      return hasAny(part)
  }
}

function owns({ owners }: Part, condition: RawBuilder<unknown>, holds: boolean): RawBuilder<boolean> {
  const ids = sql`(${sql.raw(owners)} and (${condition}))`
  return holds ? sql<boolean>`customers.id in ${ids}` : sql<boolean>`customers.id not in ${ids}`
}

/** Asked customer by customer: an index answers, while all owners together would be as many as there are rows. */
function hasAny({ owners }: Part): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from (${sql.raw(owners)}) where customer_id = customers.id)`
}

function equal(key: string, { shown }: Part, text: string): RawBuilder<boolean> {
  const digits = digitsOf(key, text)
  return digits === '' ? sql`${sql.raw(shown)} = ${text}` : sql`digits = ${digits}`
}

function containing(key: string, { shown }: Part, text: string): RawBuilder<boolean> {
  const digits = digitsOf(key, text)
  return digits === '' ? contains(sql.raw(shown), text) : contains(sql`digits`, digits)
}

/** A phone is looked for by its digits, however it was typed. */
function digitsOf(key: string, text: FieldValue): string {
  return key === 'phones' ? phoneDigits(String(text)) : ''
}
