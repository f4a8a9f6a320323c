import { CompiledQuery } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import type { SearchHit } from '#contract/search.ts'
import type { Db } from '../db/open.ts'
import { findApart } from './find-apart.ts'
import { findEntries } from './find-entries.ts'
import { findRecords, type Found } from './find.ts'
import { unmarked } from './judge.ts'
import { searchedFields } from './searched-fields.ts'
import { searchFor } from './search-words.ts'

/** Customers and contacts that answer what was typed, the best first, and whether there are more. */
export async function hitsFor(db: Db, typed: string, limit: number): Promise<{ hits: SearchHit[]; more: boolean }> {
  const search = searchFor(typed, await searchedFields(db))
  const customers = await findRecords(db, 'customer', search, limit + 1)
  // A common surname fills any list with customers; a quarter of it is kept for the people at a company.
  const contactPlaces = Math.max(limit - customers.length, Math.floor(limit / 4))
  const contacts = await findRecords(db, 'contact', search, contactPlaces + 1)
  const shownContacts = contacts.slice(0, contactPlaces)
  const shownCustomers = customers.slice(0, limit - shownContacts.length)

  // Behind all of these stands what was said at visits, and words that are found apart: asked for while there is place.
  const free = limit - shownCustomers.length - shownContacts.length
  const places = free > 0 ? free + 1 : 0
  const known = new Set<number>(customers.map(({ id }) => id))
  const entries = await findEntries(db, search, places, known)
  for (const { id } of entries) known.add(id)
  const knownContacts = new Set<number>(contacts.map(({ id }) => id))
  const apart = (await findApart(db, search, places - entries.length)).filter(({ customerId, contactId }) =>
    contactId === null ? !known.has(customerId) : !knownContacts.has(contactId),
  )

  const ranked = [
    ...(await customerHits(db, [
      ...shownCustomers,
      ...apart.flatMap(({ customerId, contactId, verdict }) =>
        contactId === null ? [{ id: customerId, verdict }] : [],
      ),
      ...entries,
    ])),
    ...(await contactHits(db, [
      ...shownContacts,
      ...apart.flatMap(({ contactId, verdict }) => (contactId === null ? [] : [{ id: contactId, verdict }])),
    ])),
  ].toSorted((a, b) => a.rank - b.rank)
  const all = customers.length + contacts.length + apart.length + entries.length
  return { hits: ranked.slice(0, limit).map(({ hit }) => hit), more: all > Math.min(limit, ranked.length) }
}

/** Notes that a card was opened. Nobody's work changes by it, so it is no operation and nobody is told. */
export async function noteOpened(db: Db, customerId: CustomerId, now: number): Promise<void> {
  await db.transaction().execute(async (open) => {
    await open.executeQuery(CompiledQuery.raw(noteOpening, [now, customerId]))
    await open.executeQuery(CompiledQuery.raw(forgetOldest, [mostRecent]))
  })
}

const mostRecent = 50

const noteOpening = `
  insert into recent_customers (customer_id, opened_at) select id, ? from customers where id = ?
  on conflict do update set opened_at = excluded.opened_at`

const forgetOldest = `
  delete from recent_customers where customer_id not in (
    select customer_id from recent_customers order by opened_at desc, customer_id desc limit ?
  )`

/** Customers opened or worked on last, the latest first. */
export async function recentHits(db: Db, limit: number): Promise<SearchHit[]> {
  const { rows } = await db.executeQuery<{ id: number }>(CompiledQuery.raw(recent, [limit]))
  const hits = await customerHits(
    db,
    rows.map(({ id }) => ({ id, verdict: { rank: 0, show: () => unmarked } })),
  )
  return hits.map(({ hit }) => hit)
}

const recent = `
  with worked_on as (
    select subject ->> 'customerId' as id, made_at as at, id as operation_id
    from (select * from operations order by id desc limit 500)
  )
  select customers.id
  from (select id, at, operation_id from worked_on union all select customer_id, opened_at, 0 from recent_customers)
    as latest
  join customers on customers.id = latest.id
  group by customers.id order by max(latest.at) desc, max(latest.operation_id) desc limit ?`

interface Ranked {
  readonly rank: number
  readonly hit: SearchHit
}

type ShownCustomer = Pick<
  SearchHit,
  'name' | 'number' | 'kind' | 'grade' | 'phone' | 'nextContactOn' | 'nextContactTime'
> & {
  readonly id: SearchHit['customerId']
  readonly region: string | null
  /** JSON list of words */
  readonly tags: string | null
  readonly contactName: string | null
}

const customersShown = `
  select id, name, number, kind, field_values ->> 'grade' as grade, field_values ->> 'region' as region,
    field_values -> 'tags' as tags, next_contact_on as nextContactOn, next_contact_time as nextContactTime,
    -- NULL first: the customer's own phones before those of contacts.
    (select number from phones where customer_id = customers.id order by contact_id, position, id limit 1) as phone,
    (select name from contacts where customer_id = customers.id order by is_primary desc, position, id limit 1)
      as contactName
  from customers where id in (select value from json_each(?))`

async function customerHits(db: Db, found: readonly Found[]): Promise<Ranked[]> {
  const rows = await rowsOf<ShownCustomer>(db, customersShown, found)
  return inOrder(found, rows, ({ verdict }, { id, region, tags, contactName, ...customer }) => ({
    customerId: id,
    contactId: null,
    customerName: customer.name,
    ...customer,
    ...verdict.show(),
    hint: hintOf([region, ...wordsOf(tags), customer.kind === 'company' ? contactName : null]),
  }))
}

type ShownContact = Pick<
  SearchHit,
  'name' | 'customerId' | 'customerName' | 'number' | 'kind' | 'grade' | 'phone' | 'nextContactOn' | 'nextContactTime'
> & {
  readonly id: NonNullable<SearchHit['contactId']>
  readonly title: string
}

const contactsShown = `
  select contacts.id, contacts.name, contacts.title, customers.id as customerId, customers.name as customerName,
    customers.number, customers.kind, customers.field_values ->> 'grade' as grade,
    customers.next_contact_on as nextContactOn, customers.next_contact_time as nextContactTime,
    (select number from phones where contact_id = contacts.id order by position, id limit 1) as phone
  from contacts join customers on customers.id = contacts.customer_id
  where contacts.id in (select value from json_each(?))`

async function contactHits(db: Db, found: readonly Found[]): Promise<Ranked[]> {
  const rows = await rowsOf<ShownContact>(db, contactsShown, found)
  return inOrder(found, rows, ({ verdict }, { id, title, ...contact }) => ({
    contactId: id,
    ...contact,
    ...verdict.show(),
    hint: hintOf([contact.customerName, title]),
  }))
}

async function rowsOf<Row>(db: Db, text: string, found: readonly Found[]): Promise<Row[]> {
  if (found.length === 0) return []
  const ids = JSON.stringify(found.map(({ id }) => id))
  return (await db.executeQuery<Row>(CompiledQuery.raw(text, [ids]))).rows
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
