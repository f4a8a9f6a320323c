import { sql } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import type { Card } from '#contract/customers.ts'
import type { Difference, RecordCounts } from '#contract/duplicates.ts'
import type { Field } from '#contract/fields.ts'
import { cardsOfCustomers } from '../customers/customer-queries.ts'
import type { Db } from '../db/open.ts'
import { fieldsByKey } from '../fields/field-queries.ts'
import type { Context } from '../lib/context.ts'
import { differencesOf } from './choose-values.ts'
import { sidesOf } from './sides.ts'

interface Comparison {
  readonly cards: (Card & { readonly records: RecordCounts })[]
  readonly survivor: CustomerId
  readonly differences: Difference[]
}

export async function compareCustomers(context: Context, ids: readonly CustomerId[]): Promise<Comparison> {
  const { db } = context
  const sides = await sidesOf(db, ids)
  const fields = [...(await fieldsByKey(db, 'customer')).values()]
  const cards: Comparison['cards'] = []
  for (const card of await cardsOfCustomers(context, ids)) {
    cards.push({ ...card, records: await recordCounts(db, card.id) })
  }
  const survivor = fullestOf(cards, fields)
  const survivorFirst = sides.toSorted((a, b) => Number(b.id === survivor) - Number(a.id === survivor))
  return { cards, survivor, differences: differencesOf(fields, survivorFirst) }
}

/** What moves when the card goes. */
async function recordCounts(db: Db, id: CustomerId): Promise<RecordCounts> {
  const count = (table: string) => sql<number>`(select count(*) from ${sql.table(table)} where customer_id = ${id})`
  const { rows } = await sql<RecordCounts>`
    select ${count('visits')} as visits, ${count('follow_ups')} as "followUps", ${count('contacts')} as contacts,
      ${count('attachments')} as attachments`.execute(db)
  return rows[0] ?? { visits: 0, followUps: 0, contacts: 0, attachments: 0 }
}

/** The card on which most is written; of two alike the one with more visits, then the older. */
function fullestOf(cards: Comparison['cards'], fields: readonly Field[]): CustomerId {
  const written = fields.filter(({ readOnly }) => !readOnly)
  const saying = ({ values, phones, addresses, affiliates, contacts }: Card) =>
    written.filter(({ key }) => values[key] !== undefined).length +
    [phones, addresses, affiliates, contacts].reduce((sum, { length }) => sum + length, 0)
  const [first] = cards.toSorted((a, b) => saying(b) - saying(a) || b.records.visits - a.records.visits || a.id - b.id)
  return first?.id ?? (0 as CustomerId)
}
