import { CompiledQuery } from 'kysely'
import type { Db } from '../db/open.ts'
import { judge, type Verdict } from './judge.ts'
import { type Probe, probesOf, type SearchQuery, searchQueryOf } from './search-probes.ts'
import { unpackSource } from './search-source.ts'

export interface Found {
  readonly id: number
  readonly verdict: Verdict
}

/** What was typed, made ready to ask of customers and of contacts. */
export interface Search {
  readonly query: SearchQuery
  readonly probes: readonly Probe[]
}

type Entity = 'customer' | 'contact'

/** So many more are asked for than wanted, since some may turn out not to fit. */
const spare = 12
const widest = 2000

export function searchFor(typed: string): Search {
  const query = searchQueryOf(typed)
  return { query, probes: probesOf(query) }
}

/**
 * The records that answer the query best, at most `limit`.
 *
 * Asks the index one probe after the other and stops at enough, so the time does not grow with the number of records.
 * Terms promise less than the query asks for (their order in the name is lost), so each answer is looked at once more;
 * when too many fall away, it asks again for more.
 */
export async function findRecords(db: Db, entity: Entity, { query, probes }: Search, limit: number): Promise<Found[]> {
  if (probes.length === 0) return []
  for (let wide = limit + spare; ; wide *= 8) {
    const candidates = await ask(db, entity, probes, wide)
    const found = candidates.flatMap(({ id, source }) => {
      const verdict = judge(unpackSource(source), query)
      return verdict ? [{ id, verdict }] : []
    })
    if (found.length < limit && candidates.length >= wide && wide < widest) continue
    return found.toSorted((a, b) => a.verdict.rank - b.verdict.rank || a.id - b.id).slice(0, limit)
  }
}

/** The ids of all records that answer the query, in no order. */
export async function matchingIds(db: Db, entity: Entity, { query, probes }: Search): Promise<Set<number>> {
  const ids = new Set<number>()
  const doubtful: Probe[] = []
  for (const probe of probes) {
    if (probe.isExact) for (const id of await idsOf(db, entity, probe)) ids.add(id)
    else doubtful.push(probe)
  }
  if (doubtful.length === 0) return ids
  for (const { id, source } of await ask(db, entity, doubtful, -1)) {
    if (!ids.has(id) && judge(unpackSource(source), query)) ids.add(id)
  }
  return ids
}

interface Candidate {
  readonly id: number
  readonly source: string
}

/** Without a limit when it is negative. */
async function ask(db: Db, entity: Entity, probes: readonly Probe[], limit: number): Promise<Candidate[]> {
  const index = `search_${entity}s`
  const question = `select id from (select rowid as id from ${index} where ${index} match ? limit ${limit})`
  // SQLite takes the parts of UNION ALL one by one and stops at the limit: a good answer costs one look-up.
  const text = `
    select distinct id, source
    from (${probes.map(() => question).join(' union all ')}) cross join search_${entity}_sources using (id)
    limit ${limit}`
  // As text, because a keystroke has no time to put a query together.
  const { rows } = await db.executeQuery<Candidate>(
    CompiledQuery.raw(
      text,
      probes.map(({ expression }) => expression),
    ),
  )
  return rows
}

async function idsOf(db: Db, entity: Entity, { expression }: Probe): Promise<number[]> {
  const index = `search_${entity}s`
  const text = `select json_group_array(rowid) as ids from ${index} where ${index} match ?`
  const { rows } = await db.executeQuery<{ ids: string }>(CompiledQuery.raw(text, [expression]))
  return JSON.parse(rows[0]?.ids ?? '[]') as number[]
}
