import { sql } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { remember } from '../db/remember.ts'
import { matchingIds } from './find.ts'
import { searchedFields } from './searched-fields.ts'
import { searchFor } from './search-words.ts'

/**
 * All customers that a search would find, by themselves or by a contact, in no order.
 *
 * Remembered, because a list asks the same for its count and for every page one scrolls to.
 */
export const matchingCustomers = remember(async (db: Db, typed: string): Promise<readonly CustomerId[]> => {
  const search = searchFor(typed, await searchedFields(db))
  const customers = await matchingIds(db, 'customer', search)
  const contacts = await matchingIds(db, 'contact', search)
  const { rows } = await sql<{ id: CustomerId }>`
    select distinct customer_id as id from contacts where id in ${among([...contacts])}`.execute(db)
  for (const { id } of rows) customers.add(id)
  return [...customers] as CustomerId[]
})
