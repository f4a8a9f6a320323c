import { CompiledQuery } from 'kysely'
import type { Db } from '../db/open.ts'
import { judge, type Verdict } from './judge.ts'
import type { Probe } from './search-probes.ts'
import { type SearchSource, unpackSource } from './search-source.ts'
import { judgeWords, probeOfAll, type Search } from './search-words.ts'

export interface Found {
  readonly id: number
  readonly verdict: Verdict
}

export type Entity = 'customer' | 'contact'

type Judge = (source: SearchSource) => Verdict | null

/** So many more are asked for than wanted, since some may turn out not to fit. */
const spare = 12
const widest = 2000

/**
 * The records that answer the query best, at most `limit`: as one word first, then by all its words.
 *
 * Asks the index one probe after the other and stops at enough, so the time does not grow with the number of records.
 * Terms promise less than the query asks for (their order in the name is lost), so each answer is looked at once more;
 * when too many fall away, it asks again for more.
 */
export async function findRecords(db: Db, entity: Entity, search: Search, limit: number): Promise<Found[]> {
  const { phrase, words, isSearched } = search
  const asOne = await findBy(db, entity, phrase.probes, (source) => judge(source, phrase.query, isSearched), limit)
  if (words.length === 0 || asOne.length === limit) return asOne
  const byWords = await findBy(db, entity, probeOfAll(words), (source) => judgeWords(source, words, isSearched), limit)
  const known = new Set(asOne.map(({ id }) => id))
  return inOrder([...asOne, ...byWords.filter(({ id }) => !known.has(id))]).slice(0, limit)
}

/** The ids of all records that answer the query, in no order. */
export async function matchingIds(db: Db, entity: Entity, search: Search): Promise<Set<number>> {
  const { phrase, words, isSearched } = search
  const ids = new Set<number>()
  const doubtful: Probe[] = []
  for (const probe of phrase.probes) {
    if (probe.isExact) for (const id of await idsOf(db, entity, probe)) ids.add(id)
    else doubtful.push(probe)
  }
  const check = async (probes: readonly Probe[], answers: Judge) => {
    if (probes.length === 0) return
    for (const { id, source } of await ask(db, entity, probes, -1)) {
      if (!ids.has(id) && answers(unpackSource(source))) ids.add(id)
    }
  }
  await check(doubtful, (source) => judge(source, phrase.query, isSearched))
  await check(probeOfAll(words), (source) => judgeWords(source, words, isSearched))
  return ids
}

/** The ids of records that may answer, the likeliest first. */
export async function likelyIds(db: Db, entity: Entity, probes: readonly Probe[], limit: number): Promise<number[]> {
  return probes.length === 0 ? [] : (await ask(db, entity, probes, limit)).map(({ id }) => id)
}

async function findBy(
  db: Db,
  entity: Entity,
  probes: readonly Probe[],
  answers: Judge,
  limit: number,
): Promise<Found[]> {
  if (probes.length === 0) return []
  for (let wide = limit + spare; ; wide *= 8) {
    const candidates = await ask(db, entity, probes, wide)
    const found = candidates.flatMap(({ id, source }) => {
      const verdict = answers(unpackSource(source))
      return verdict ? [{ id, verdict }] : []
    })
    if (found.length < limit && candidates.length >= wide && wide < widest) continue
    return inOrder(found).slice(0, limit)
  }
}

export function inOrder<Each extends Found>(found: readonly Each[]): Each[] {
  return found.toSorted((a, b) => a.verdict.rank - b.verdict.rank || a.id - b.id)
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
