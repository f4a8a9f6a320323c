import type { CustomerId, Written } from '#contract/common.ts'
import { customerName } from '../customers/customer-queries.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { write } from '../operations/write.ts'
import type { Apart } from './group-customers.ts'

/** Says of customers that look alike that no two of them are the same. */
export async function keepApart(context: Context, ids: readonly CustomerId[]): Promise<Written> {
  const [first] = ids
  return write(context, { kind: 'keepApart' }, async ({ db, operationId, describe }) => {
    await describe({ name: await namesOf(db, ids), count: ids.length, ...(first ? { customerId: first } : {}) })
    for (const one of ids) {
      for (const other of ids.filter((id) => id > one)) {
        await db
          .insertInto('apart_customers')
          .values({ operation_id: operationId, customer_id: one, other_id: other })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
    }
    return {}
  })
}

export async function apartCustomers(db: Db): Promise<Apart> {
  const apart = new Map<CustomerId, Set<CustomerId>>()
  const rows = await db.selectFrom('apart_customers').select(['customer_id', 'other_id']).execute()
  for (const { customer_id: one, other_id: other } of rows) {
    apart.set(one, (apart.get(one) ?? new Set()).add(other))
    apart.set(other, (apart.get(other) ?? new Set()).add(one))
  }
  return apart
}

/** Of all of them; when one is gone, the request ends. */
async function namesOf(db: Db, ids: readonly CustomerId[]): Promise<string> {
  const names = new Set<string>()
  for (const id of ids) names.add(await customerName(db, id))
  return [...names].slice(0, 3).join(' / ')
}
