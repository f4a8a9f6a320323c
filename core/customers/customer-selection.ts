import type { CustomerId } from '#contract/common.ts'
import type { CustomerSelection } from '#contract/customers.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { idsOfQuery } from './customer-list.ts'

/** The customers a selection means, in the order of its list. */
export async function selectedCustomers(context: Context, db: Db, selection: CustomerSelection): Promise<CustomerId[]> {
  if ('ids' in selection) return [...selection.ids]
  const except = new Set(selection.except)
  return (await idsOfQuery(db, selection.query, context.clock.today())).filter((id) => !except.has(id))
}
