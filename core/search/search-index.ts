import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { refreshEntries } from './entry-index.ts'
import { contactSources, customerSources, type Sources } from './record-sources.ts'
import { unpackSource } from './search-source.ts'
import { termsOf } from './search-terms.ts'

const slice = 2000
/** Texts of visits and follow-ups that one save may bring; more are left to `keepUp`. */
const entriesOfSave = 20

type Entity = 'customer' | 'contact'
type TermRow = readonly [id: number, terms: string]

/**
 * Brings the search index up to date with what the transaction changed. Called at the end of every operation, so that
 * records and index are never apart; only the texts of many visits at once follow a little later.
 */
export async function refreshSearchIndex(db: Db): Promise<void> {
  await refresh(db, 'customer', customerSources)
  await refresh(db, 'contact', contactSources)
  await refreshEntries(db, entriesOfSave)
}

async function refresh(
  db: Db,
  entity: Entity,
  sourcesNow: (db: Db, ids: readonly number[]) => Promise<Sources>,
): Promise<void> {
  const dirty = `search_dirty_${entity}s` as const
  await forgetMany(db, entity)
  let refreshed = 0
  for (;;) {
    const ids = (await db.selectFrom(dirty).select('id').orderBy('id').limit(slice).execute()).map(({ id }) => id)
    if (ids.length === 0) break
    const before = await knownSources(db, entity, ids)
    const now = await sourcesNow(db, ids)
    const changed = ids.filter((id) => before.get(id) !== now.get(id))
    await forget(db, entity, changed, before)
    await learn(db, entity, changed, now)
    await db.deleteFrom(dirty).where('id', 'in', among(ids)).execute()
    refreshed += ids.length
    // An import brings 100,000: a keystroke in between is answered.
    if (ids.length === slice) await setImmediate()
  }
  if (refreshed >= slice) await tidy(db, entity, refreshed)
}

/** An index in one piece answers several times as fast. Worth it when much of it is new, as after an import. */
async function tidy(db: Db, entity: Entity, refreshed: number): Promise<void> {
  const { count } = await db
    .selectFrom(`search_${entity}_sources` as const)
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (refreshed < count / 4) return
  const index = `search_${entity}s`
  await sql`insert into ${sql.table(index)} (${sql.ref(index)}) values ('optimize')`.execute(db)
}

/**
 * Forgetting term by term takes as long as it is thorough. Where much of the index goes, as when a large import is
 * taken back, it is emptied and learns again what stays.
 */
async function forgetMany(db: Db, entity: Entity): Promise<void> {
  const sources = `search_${entity}_sources` as const
  const changing = db.selectFrom(`search_dirty_${entity}s` as const).select('id')
  const { going } = await db
    .selectFrom(sources)
    .select((query) => query.fn.countAll<number>().as('going'))
    .where('id', 'in', changing)
    .executeTakeFirstOrThrow()
  // Asked first: counting all takes 40 ms among 400,000, which no single save can spare.
  if (going < slice) return
  const { known } = await db
    .selectFrom(sources)
    .select((query) => query.fn.countAll<number>().as('known'))
    .executeTakeFirstOrThrow()
  if (going < known / 4) return

  const index = `search_${entity}s`
  await sql`insert into ${sql.table(index)} (${sql.ref(index)}) values ('delete-all')`.execute(db)
  await db.deleteFrom(sources).where('id', 'in', changing).execute()
  for (let last = 0; ;) {
    const rows = await db.selectFrom(sources).selectAll().where('id', '>', last).orderBy('id').limit(slice).execute()
    const end = rows.at(-1)
    if (!end) return
    await addTerms(
      db,
      entity,
      rows.map(({ id, source }) => [id, termsOf(unpackSource(source))]),
    )
    last = end.id
    await setImmediate()
  }
}

async function knownSources(db: Db, entity: Entity, ids: readonly number[]): Promise<Sources> {
  const rows = await db
    .selectFrom(`search_${entity}_sources` as const)
    .selectAll()
    .where('id', 'in', among(ids))
    .execute()
  return new Map(rows.map(({ id, source }) => [id, source]))
}

async function forget(db: Db, entity: Entity, ids: readonly number[], sources: Sources): Promise<void> {
  const rows = termRows(ids, sources)
  if (rows.length === 0) return
  const index = `search_${entity}s`
  await sql`
    insert into ${sql.table(index)} (${sql.ref(index)}, rowid, terms)
    select 'delete', value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)})`.execute(db)
  await db
    .deleteFrom(`search_${entity}_sources` as const)
    .where('id', 'in', among(ids))
    .execute()
}

async function learn(db: Db, entity: Entity, ids: readonly number[], sources: Sources): Promise<void> {
  const rows = termRows(ids, sources)
  if (rows.length === 0) return
  await addTerms(db, entity, rows)
  const texts = ids.flatMap((id) => (sources.has(id) ? [[id, sources.get(id)]] : []))
  await sql`
    insert into ${sql.table(`search_${entity}_sources`)} (id, source)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(texts)})`.execute(db)
}

async function addTerms(db: Db, entity: Entity, rows: readonly TermRow[]): Promise<void> {
  await sql`
    insert into ${sql.table(`search_${entity}s`)} (rowid, terms)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)})`.execute(db)
}

function termRows(ids: readonly number[], sources: Sources): TermRow[] {
  return ids.flatMap((id) => {
    const source = sources.get(id)
    return source === undefined ? [] : [[id, termsOf(unpackSource(source))]]
  })
}
