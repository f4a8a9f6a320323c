import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import { judge, type Verdict } from './judge.ts'
import { type Probe, probesOf, type SearchQuery } from './search-probes.ts'
import { unpackSource } from './search-source.ts'

export interface Found {
  readonly id: number
  readonly verdict: Verdict
}

type Entity = 'customer' | 'contact'

const widest = 2000

/**
 * The records that answer the query best, at most `limit`.
 *
 * Asks the index one probe after the other and stops at enough, so the time does not grow with the number of records.
 * Terms promise less than the query asks for (their order in the name is lost), so each answer is looked at once more;
 * when too many fall away, it asks again for more.
 */
export async function findRecords(db: Db, entity: Entity, query: SearchQuery, limit: number): Promise<Found[]> {
  const probes = probesOf(query)
  if (probes.length === 0) return []
  for (let wide = limit; ; wide *= 8) {
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
export async function matchingIds(db: Db, entity: Entity, query: SearchQuery): Promise<Set<number>> {
  const ids = new Set<number>()
  const doubtful: Probe[] = []
  for (const probe of probesOf(query)) {
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
  const index = sql.table(`search_${entity}s`)
  const questions = probes.map(
    ({ expression }) => sql`
      select id from (select rowid as id from ${index} where ${index} match ${expression} limit ${limit})`,
  )
  // SQLite takes the parts of UNION ALL one by one and stops at the limit: a good answer costs one look-up.
  const { rows } = await sql<Candidate>`
    select distinct id, source
    from (${sql.join(questions, sql` union all `)}) cross join ${sql.table(`search_${entity}_sources`)} using (id)
    limit ${limit}`.execute(db)
  return rows
}

async function idsOf(db: Db, entity: Entity, { expression }: Probe): Promise<number[]> {
  const index = sql.table(`search_${entity}s`)
  const { rows } = await sql<{ ids: string }>`
    select json_group_array(rowid) as ids from ${index} where ${index} match ${expression}`.execute(db)
  return JSON.parse(rows[0]?.ids ?? '[]') as number[]
}
