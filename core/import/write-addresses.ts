import type { CustomerId } from '#contract/common.ts'
import type { Writing } from '../operations/write.ts'
import type { Holder } from './write-customers.ts'

const rowsAtOnce = 100

/** The addresses that one page of rows brings or changes. */
export async function writeAddresses({ db, operationId }: Writing, holders: readonly Holder[]): Promise<void> {
  const fresh: { customer_id: CustomerId; position: number; parts: ReturnType<typeof columnsOf> }[] = []
  for (const { id: customerId, state } of holders) {
    if (customerId === null) continue
    for (const [position, address] of state.addresses.entries()) {
      const parts = columnsOf(address)
      if (address.id === null) fresh.push({ customer_id: customerId, position, parts })
      else if (address.isChanged) await db.updateTable('addresses').set(parts).where('id', '=', address.id).execute()
    }
  }
  for (let at = 0; at < fresh.length; at += rowsAtOnce) {
    const rows = fresh.slice(at, at + rowsAtOnce)
    await db
      .insertInto('addresses')
      .values(rows.map(({ parts, ...row }) => ({ operation_id: operationId, ...row, ...parts })))
      .execute()
  }
}

function columnsOf({ label, area, street, postcode }: Holder['state']['addresses'][number]) {
  return { label, area, street, postcode }
}
