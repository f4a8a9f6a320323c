import { CompiledQuery } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import type { Db } from '../db/open.ts'
import { type EntryText, entryTexts } from './entry-texts.ts'
import { judgeEntry, type Verdict } from './judge.ts'
import type { Search, Word } from './search-words.ts'
import { allOf } from './term-expressions.ts'
import { textQuestion } from './text-terms.ts'

/** A visit or a follow-up that answers, told as its customer. */
export interface FoundEntry {
  readonly id: CustomerId
  readonly verdict: Verdict
}

const spare = 12
const widest = 4000
/** For one who was visited a thousand times, the latest are enough. */
const mostOfCustomers = 500

/** Customers not known yet whose visits or follow-ups say it, the latest to say so first; each once, at most `limit`. */
export async function findEntries(
  db: Db,
  { phrase, words }: Search,
  limit: number,
  known: ReadonlySet<number>,
): Promise<FoundEntry[]> {
  const asOne = await findBy(db, [phrase], limit, known)
  if (words.length === 0 || asOne.length >= limit) return asOne
  const knownNow = new Set([...known, ...asOne.map(({ id }) => id)])
  const byWords = await findBy(db, words, limit - asOne.length, knownNow)
  return [...asOne, ...byWords]
}

/** Which of these customers have visits or follow-ups that say the word, and the latest that does. */
export async function entriesOfCustomers(
  db: Db,
  { query }: Word,
  customers: readonly CustomerId[],
): Promise<Map<CustomerId, Verdict>> {
  const question = textQuestion('', query.units)
  const verdicts = new Map<CustomerId, Verdict>()
  if (question === null || customers.length === 0) return verdicts
  const ids = JSON.stringify(customers)
  const { rows } = await db.executeQuery<{ entry: number }>(
    CompiledQuery.raw(ofCustomers, [question.expression, ids, ids]),
  )
  for (const text of await latestFirst(db, rows)) {
    const verdict = verdicts.has(text.customerId) ? null : judgeEntry(text, [query])
    if (verdict) verdicts.set(text.customerId, verdict)
  }
  return verdicts
}

/** The customers of the latest entries that may say the word. */
export async function customersOfEntries(db: Db, { query }: Word, limit: number): Promise<CustomerId[]> {
  const question = textQuestion('', query.units)
  if (question === null) return []
  const texts = await entryTexts(db, await ask(db, question.expression, limit))
  return texts.map(({ customerId }) => customerId)
}

async function findBy(
  db: Db,
  words: readonly Word[],
  limit: number,
  known: ReadonlySet<number>,
): Promise<FoundEntry[]> {
  const queries = words.map(({ query }) => query)
  const questions = queries.map(({ units }) => textQuestion('', units)?.expression)
  const asked = questions.filter((question) => question !== undefined)
  if (asked.length < words.length || limit <= 0) return []
  for (let wide = limit + spare; ; wide *= 8) {
    const entries = await ask(db, allOf(asked), wide)
    const found = new Map<CustomerId, Verdict>()
    for (const text of latest(await entryTexts(db, entries))) {
      if (found.has(text.customerId) || known.has(text.customerId)) continue
      const verdict = judgeEntry(text, queries)
      if (verdict) found.set(text.customerId, verdict)
    }
    if (found.size < limit && entries.length >= wide && wide < widest) continue
    return [...found].slice(0, limit).map(([id, verdict]) => ({ id, verdict }))
  }
}

const latestEntries = `
  select rowid as entry from search_entries where search_entries match ? order by rowid desc limit ?`

const ofCustomers = `
  select rowid as entry from search_entries where search_entries match ? and +rowid in (
    select id * 2 from visits where customer_id in (select value from json_each(?))
    union all
    select id * 2 + 1 from follow_ups where customer_id in (select value from json_each(?))
  )
  order by rowid desc limit ${mostOfCustomers}`

/** The entries made last that may answer. */
async function ask(db: Db, expression: string, limit: number): Promise<number[]> {
  const { rows } = await db.executeQuery<{ entry: number }>(CompiledQuery.raw(latestEntries, [expression, limit]))
  return rows.map(({ entry }) => entry)
}

async function latestFirst(db: Db, rows: readonly { readonly entry: number }[]): Promise<EntryText[]> {
  return latest(
    await entryTexts(
      db,
      rows.map(({ entry }) => entry),
    ),
  )
}

function latest(texts: readonly EntryText[]): EntryText[] {
  return texts.toSorted((a, b) => b.day.localeCompare(a.day) || b.entry - a.entry)
}
