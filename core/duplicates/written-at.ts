import type { Instant } from '#contract/common.ts'
import type { CustomerTableRow } from '../customers/customer-row.ts'
import { valuesOfCustomer } from '../customers/field-values.ts'
import type { Db } from '../db/open.ts'

/** Older edits than that make no value newer than another's. */
const mostEdits = 500

/** When each field of a customer got the value it has: by what history remembers, else when the card was made. */
export async function writtenAt(db: Db, row: CustomerTableRow): Promise<(field: string) => Instant> {
  const edits = await db
    .selectFrom('changes')
    .innerJoin('operations', 'operations.id', 'changes.operation_id')
    .select(['changes.before', 'operations.made_at as madeAt'])
    .where('changes.table_name', '=', 'customers')
    .where('changes.row_id', '=', row.id)
    .where('changes.before', 'is not', null)
    .orderBy('changes.id', 'desc')
    .limit(mostEdits)
    .execute()
  const times = new Map<string, Instant>()
  let after = valuesOfCustomer(row)
  for (const { before, madeAt } of edits) {
    const values = valuesOfCustomer(JSON.parse(before ?? '{}') as CustomerTableRow)
    for (const key of new Set([...Object.keys(values), ...Object.keys(after)])) {
      const isSame = JSON.stringify(values[key]) === JSON.stringify(after[key])
      if (!isSame && !times.has(key)) times.set(key, madeAt)
    }
    after = values
  }
  return (field) => times.get(field) ?? row.created_at
}
