import { sql } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { matchingIds } from './find.ts'
import { searchQueryOf } from './search-probes.ts'

/** All customers that a search would find, by themselves or by a contact, in no order. */
export async function matchingCustomers(db: Db, typed: string): Promise<CustomerId[]> {
  const query = searchQueryOf(typed)
  const customers = await matchingIds(db, 'customer', query)
  const contacts = await matchingIds(db, 'contact', query)
  const { rows } = await sql<{ id: CustomerId }>`
    select distinct customer_id as id from contacts where id in ${among([...contacts])}`.execute(db)
  for (const { id } of rows) customers.add(id)
  return [...customers] as CustomerId[]
}
