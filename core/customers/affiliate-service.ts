import type { CustomerId, Written } from '#contract/common.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { write, type Writing } from '../operations/write.ts'
import { customerName } from './customer-queries.ts'

export interface AffiliateDraft {
  readonly customerId: CustomerId
  readonly note: string
}

export async function saveAffiliates(
  context: Context,
  id: CustomerId,
  affiliates: readonly AffiliateDraft[],
): Promise<Written> {
  const name = await customerName(context.db, id)
  const subject = { name, field: 'affiliate', customerId: id }
  return write(context, { kind: 'editCustomer', subject }, async (writing) => {
    await putAffiliates(writing, id, affiliates)
    return {}
  })
}

/**
 * Makes the customers this one belongs together with those of the list. A pair is one row, whichever of the two cards
 * it was written on.
 */
export async function putAffiliates(
  { db, operationId }: Writing,
  id: CustomerId,
  affiliates: readonly AffiliateDraft[],
): Promise<void> {
  const wanted = new Map(affiliates.map(({ customerId, note }) => [customerId, note]))
  if (wanted.has(id)) fail('BAD_VALUE', { field: 'affiliate', problem: 'unknownCustomer' })
  for (const other of wanted.keys()) await customerName(db, other)

  const rows = await db
    .selectFrom('customer_links')
    .selectAll()
    .where((is) => is.or([is('customer_id', '=', id), is('other_id', '=', id)]))
    .execute()
  for (const row of rows) {
    const other = row.customer_id === id ? row.other_id : row.customer_id
    const note = wanted.get(other)
    wanted.delete(other)
    if (note === undefined) await db.deleteFrom('customer_links').where('id', '=', row.id).execute()
    else if (note !== row.note) await db.updateTable('customer_links').set({ note }).where('id', '=', row.id).execute()
  }
  for (const [other, note] of wanted) {
    await db
      .insertInto('customer_links')
      .values({ operation_id: operationId, customer_id: id, other_id: other, note })
      .execute()
  }
}
