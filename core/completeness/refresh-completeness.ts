import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { completenessOf, type CountedSection, countedSections } from './filled-sections.ts'

const slice = 2000
/** In `stale_completeness`: the layout changed, so every card has to be counted anew. */
const everyone = 0

/** The layout as the last commit left it, by connection: reading it for every save would cost more than the rest. */
const known = new WeakMap<object, readonly CountedSection[]>()

/**
 * Counts anew how complete the cards are that the transaction changed. Called at the end of every operation, so that
 * lists can be sorted and filtered by it.
 */
export async function refreshCompleteness(db: Db, connection: object): Promise<void> {
  const stale = await staleIds(db, slice)
  if (stale.length === 0) return
  if (stale[0] === everyone) {
    known.delete(connection)
    return refreshAll(db)
  }
  const sections = known.get(connection) ?? (await sectionsNow(db))
  known.set(connection, sections)
  for (let ids = stale; ids.length > 0; ids = await staleIds(db, slice)) {
    await putPercents(db, sections, ids)
    await db.deleteFrom('stale_completeness').where('id', 'in', among(ids)).execute()
    // An import brings 100,000: a keystroke in between is answered.
    if (ids.length === slice) await setImmediate()
  }
}

async function refreshAll(db: Db): Promise<void> {
  const sections = await sectionsNow(db)
  for (let last = 0; ;) {
    const ids = await db
      .selectFrom('customers')
      .select('id')
      .where('id', '>', last as CustomerId)
      .orderBy('id')
      .limit(slice)
      .execute()
    const end = ids.at(-1)
    if (!end) break
    await putPercents(
      db,
      sections,
      ids.map(({ id }) => id),
    )
    last = end.id
    await setImmediate()
  }
  await db.deleteFrom('stale_completeness').execute()
}

async function staleIds(db: Db, limit: number): Promise<number[]> {
  const rows = await db.selectFrom('stale_completeness').select('id').orderBy('id').limit(limit).execute()
  return rows.map(({ id }) => id)
}

async function sectionsNow(db: Db): Promise<CountedSection[]> {
  const sections = await db.selectFrom('sections').select(['key', 'hidden', 'weight']).execute()
  const fields = await db.selectFrom('fields').select(['key', 'owner', 'section_key', 'hidden', 'retired']).execute()
  return countedSections(
    sections.map(({ key, hidden, weight }) => ({ key, weight, hidden: hidden === 1 })),
    fields.map(({ key, owner, section_key: section, hidden, retired }) => ({
      key,
      owner,
      section,
      hidden: hidden === 1,
      retired: retired === 1,
    })),
  )
}

/** Which of the fields that are not values in JSON hold something, as 0 or 1 by field key. */
const held = {
  shortName: `short_name <> ''`,
  createdBy: `created_by <> ''`,
  phones: 'EXISTS (SELECT 1 FROM phones WHERE customer_id = customers.id AND contact_id IS NULL)',
  address: 'EXISTS (SELECT 1 FROM addresses WHERE customer_id = customers.id)',
  affiliate:
    'EXISTS (SELECT 1 FROM customer_links WHERE customer_id = customers.id) OR EXISTS (SELECT 1 FROM customer_links WHERE other_id = customers.id)',
  primaryContact: 'EXISTS (SELECT 1 FROM contacts WHERE customer_id = customers.id AND is_primary = 1)',
  decisionMakers: 'EXISTS (SELECT 1 FROM contacts WHERE customer_id = customers.id AND is_decision_maker = 1)',
} as const

/** Every customer has these. */
const always: ReadonlySet<string> = new Set(['name', 'reading', 'kind', 'number', 'createdOn'])

const heldAsJson = `json_object(${Object.entries(held)
  .map(([key, condition]) => `'${key}', ${condition}`)
  .join(', ')})`

async function putPercents(db: Db, sections: readonly CountedSection[], ids: readonly number[]): Promise<void> {
  const { rows } = await sql<{ id: number; fieldValues: string; held: string }>`
    select id, field_values as "fieldValues", ${sql.raw(heldAsJson)} as held
    from customers where id in ${among(ids)}`.execute(db)
  const percents = rows.map(({ id, fieldValues, held: parts }) => {
    const stored = JSON.parse(fieldValues) as Record<string, unknown>
    const partly = JSON.parse(parts) as Record<string, 0 | 1>
    const holds = (key: string) => always.has(key) || partly[key] === 1 || stored[key] !== undefined
    const { percent } = completenessOf(sections, holds)
    return [id, percent]
  })
  await sql`
    update customers set completeness = counted.value ->> 1
    from json_each(${JSON.stringify(percents)}) as counted
    where customers.id = counted.value ->> 0 and completeness <> counted.value ->> 1`.execute(db)
}
