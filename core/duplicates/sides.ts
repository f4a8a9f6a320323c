import type { CustomerId } from '#contract/common.ts'
import type { CustomerTableRow } from '../customers/customer-row.ts'
import { valuesOfCustomer } from '../customers/field-values.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { fail } from '../lib/fail.ts'
import type { Side } from './choose-values.ts'
import { writtenAt } from './written-at.ts'

export interface RowSide extends Side {
  readonly row: CustomerTableRow
}

/** The cards that are to become one, in the order of the ids; all have to be there, and each only once. */
export async function sidesOf(db: Db, ids: readonly CustomerId[]): Promise<RowSide[]> {
  if (new Set(ids).size !== ids.length) fail('RULE_BROKEN', { rule: 'mergeWithItself' })
  const rows = await db.selectFrom('customers').selectAll().where('id', 'in', among<CustomerId>(ids)).execute()
  return Promise.all(
    ids.map(async (id) => {
      const row = rows.find((row) => row.id === id) ?? fail('NOT_FOUND', { entity: 'customer', id })
      return { id, row, values: valuesOfCustomer(row), writtenAt: await writtenAt(db, row) }
    }),
  )
}
