import { sql } from 'kysely'
import type { ContactId, CustomerId } from '#contract/common.ts'
import type { SearchHit } from '#contract/search.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { findRecords, type Found } from './find.ts'
import { unmarked } from './judge.ts'
import { searchQueryOf } from './search-probes.ts'

/** Customers and contacts that answer what was typed, the best first, and whether there are more. */
export async function hitsFor(db: Db, typed: string, limit: number): Promise<{ hits: SearchHit[]; more: boolean }> {
  const query = searchQueryOf(typed)
  const customers = await findRecords(db, 'customer', query, limit + 1)
  const contacts = await findRecords(db, 'contact', query, limit + 1)
  // A common surname fills any list with customers; a quarter of it is kept for the people at a company.
  const contactPlaces = Math.min(contacts.length, Math.max(limit - customers.length, Math.floor(limit / 4)))
  const hits = [
    ...(await customerHits(db, customers.slice(0, limit - contactPlaces))),
    ...(await contactHits(db, contacts.slice(0, contactPlaces))),
  ]
  return {
    hits: hits.toSorted((a, b) => a.rank - b.rank).map(({ hit }) => hit),
    more: customers.length + contacts.length > limit,
  }
}

/** Customers worked on last, the latest first. */
export async function recentHits(db: Db, limit: number): Promise<SearchHit[]> {
  const { rows } = await sql<{ id: CustomerId }>`
    select customers.id
    from (select subject ->> 'customerId' as id, id as operation_id from operations order by id desc limit 500) as latest
    join customers on customers.id = latest.id
    group by customers.id order by max(latest.operation_id) desc limit ${limit}`.execute(db)
  const hits = await customerHits(
    db,
    rows.map(({ id }) => ({ id, verdict: { rank: 0, shown: unmarked } })),
  )
  return hits.map(({ hit }) => hit)
}

interface Ranked {
  readonly rank: number
  readonly hit: SearchHit
}

async function customerHits(db: Db, found: readonly Found[]): Promise<Ranked[]> {
  const rows = await db
    .selectFrom('customers')
    .select([
      'id',
      'name',
      'number',
      'kind',
      'next_contact_on as nextContactOn',
      'next_contact_time as nextContactTime',
    ])
    .select((row) => [
      sql<string | null>`field_values ->> 'grade'`.as('grade'),
      sql<string | null>`field_values ->> 'region'`.as('region'),
      sql<string | null>`field_values -> 'tags'`.as('tags'),
      row
        .selectFrom('phones')
        .select('phones.number')
        .whereRef('phones.customer_id', '=', 'customers.id')
        // NULL first: the customer's own phones before those of contacts.
        .orderBy('contact_id')
        .orderBy('position')
        .orderBy('phones.id')
        .limit(1)
        .as('phone'),
      row
        .selectFrom('contacts')
        .select('contacts.name')
        .whereRef('contacts.customer_id', '=', 'customers.id')
        .orderBy('is_primary', 'desc')
        .orderBy('position')
        .orderBy('contacts.id')
        .limit(1)
        .as('contactName'),
    ])
    .where('id', 'in', among<CustomerId>(idsOf(found)))
    .execute()
  return inOrder(found, rows, ({ verdict }, { id, region, tags, contactName, ...customer }) => ({
    customerId: id,
    contactId: null,
    customerName: customer.name,
    ...customer,
    ...verdict.shown,
    hint: hintOf([region, ...wordsOf(tags), customer.kind === 'company' ? contactName : null]),
  }))
}

async function contactHits(db: Db, found: readonly Found[]): Promise<Ranked[]> {
  const rows = await db
    .selectFrom('contacts')
    .innerJoin('customers', 'customers.id', 'contacts.customer_id')
    .select(['contacts.id', 'contacts.name', 'contacts.title', 'customers.id as customerId'])
    .select(['customers.name as customerName', 'customers.number', 'customers.kind'])
    .select(['customers.next_contact_on as nextContactOn', 'customers.next_contact_time as nextContactTime'])
    .select((row) => [
      sql<string | null>`customers.field_values ->> 'grade'`.as('grade'),
      row
        .selectFrom('phones')
        .select('phones.number')
        .whereRef('phones.contact_id', '=', 'contacts.id')
        .orderBy('phones.position')
        .orderBy('phones.id')
        .limit(1)
        .as('phone'),
    ])
    .where('contacts.id', 'in', among<ContactId>(idsOf(found)))
    .execute()
  return inOrder(found, rows, ({ verdict }, { id, title, ...contact }) => ({
    contactId: id as ContactId,
    ...contact,
    ...verdict.shown,
    hint: hintOf([contact.customerName, title]),
  }))
}

function idsOf(found: readonly Found[]): number[] {
  return found.map(({ id }) => id)
}

function inOrder<Row extends { id: number }>(
  found: readonly Found[],
  rows: readonly Row[],
  hitOf: (found: Found, row: Row) => SearchHit,
): Ranked[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap((each) => {
    const row = byId.get(each.id)
    return row ? [{ rank: each.verdict.rank, hit: hitOf(each, row) }] : []
  })
}

function wordsOf(json: string | null): string[] {
  return json === null ? [] : (JSON.parse(json) as string[])
}

/** One line to tell namesakes apart, the same in every language. */
function hintOf(parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(' · ')
}
