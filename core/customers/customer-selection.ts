import type { CustomerId } from '#contract/common.ts'
import type { CustomerSelection } from '#contract/customers.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { idsOfQuery } from './customer-list.ts'

/** The customers a selection means, in the order of its list; those that are gone are left out. */
export async function selectedCustomers(context: Context, db: Db, selection: CustomerSelection): Promise<CustomerId[]> {
  if ('ids' in selection) {
    const there = await db.selectFrom('customers').select('id').where('id', 'in', selection.ids).execute()
    const known = new Set(there.map(({ id }) => id))
    return selection.ids.filter((id) => known.has(id))
  }
  const except = new Set(selection.except)
  return (await idsOfQuery(db, selection.query, context.clock.today())).filter((id) => !except.has(id))
}
