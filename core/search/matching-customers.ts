import { sql } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { matchingIds, searchFor } from './find.ts'

interface Answer {
  readonly typed: string
  readonly version: number
  readonly ids: readonly CustomerId[]
}

/** The last answer: a list asks the same for its count and for every page one scrolls to. */
const lastAnswers = new WeakMap<Db, Answer>()

/** All customers that a search would find, by themselves or by a contact, in no order. */
export async function matchingCustomers(db: Db, typed: string): Promise<readonly CustomerId[]> {
  const version = await versionOf(db)
  const last = lastAnswers.get(db)
  if (last?.typed === typed && last.version === version) return last.ids
  const ids = await askFor(db, typed)
  lastAnswers.set(db, { typed, version, ids })
  return ids
}

async function askFor(db: Db, typed: string): Promise<CustomerId[]> {
  const search = searchFor(typed)
  const customers = await matchingIds(db, 'customer', search)
  const contacts = await matchingIds(db, 'contact', search)
  const { rows } = await sql<{ id: CustomerId }>`
    select distinct customer_id as id from contacts where id in ${among([...contacts])}`.execute(db)
  for (const { id } of rows) customers.add(id)
  return [...customers] as CustomerId[]
}

/** Another number after any change: the one connection counts all it has made. */
async function versionOf(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`select total_changes() as version`.execute(db)
  return rows[0]?.version ?? 0
}
