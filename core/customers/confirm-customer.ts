import type { CustomerId, Written } from '#contract/common.ts'
import type { Context } from '../lib/context.ts'
import { write } from '../operations/write.ts'
import { customerName } from './customer-queries.ts'

/** 资料无误: somebody has looked, and what the card says is right as of now. */
export async function confirmCustomer(context: Context, id: CustomerId): Promise<Written> {
  const name = await customerName(context.db, id)
  return write(context, { kind: 'confirmCustomer', subject: { name, customerId: id } }, async ({ db }) => {
    await db.updateTable('customers').set({ confirmed_at: context.clock.now() }).where('id', '=', id).execute()
    return {}
  })
}
