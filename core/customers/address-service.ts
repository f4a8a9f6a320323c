import type { AddressDraft } from '#contract/addresses.ts'
import type { CustomerId, Written } from '#contract/common.ts'
import type { Context } from '../lib/context.ts'
import { write, type Writing } from '../operations/write.ts'
import { customerName } from './customer-queries.ts'

export async function saveAddresses(
  context: Context,
  id: CustomerId,
  addresses: readonly AddressDraft[],
): Promise<Written> {
  const name = await customerName(context.db, id)
  const subject = { name, field: 'address', customerId: id }
  return write(context, { kind: 'editCustomer', subject }, async (writing) => {
    await putAddresses(writing, id, addresses)
    return {}
  })
}

/** Makes the addresses of a customer those of the list in its order. Those that stay keep their row. */
export async function putAddresses(
  { db, operationId }: Writing,
  customerId: CustomerId,
  addresses: readonly AddressDraft[],
): Promise<void> {
  const rows = await db.selectFrom('addresses').select('id').where('customer_id', '=', customerId).execute()
  const known = new Set(rows.map(({ id }) => id))
  const kept = new Set(addresses.map(({ id }) => id))
  const gone = [...known].filter((id) => !kept.has(id))
  if (gone.length > 0) await db.deleteFrom('addresses').where('id', 'in', gone).execute()

  for (const [position, { id, ...parts }] of addresses.entries()) {
    if (id !== null && known.has(id)) {
      await db
        .updateTable('addresses')
        .set({ ...parts, position })
        .where('id', '=', id)
        .execute()
    } else {
      await db
        .insertInto('addresses')
        .values({ operation_id: operationId, customer_id: customerId, ...parts, position })
        .execute()
    }
  }
}
