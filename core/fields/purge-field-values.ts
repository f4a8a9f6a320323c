import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { idList } from '../db/among.ts'
import { formerWithoutField, hasField, withFieldValue } from '../db/json.ts'
import type { Db, OpenedDatabase } from '../db/open.ts'
import { unremembered } from '../db/tracking.ts'
import { inPages } from '../lib/slices.ts'

const changedAtOnce = 500
const readAtOnce = 5000

/**
 * Takes the values of a field that is gone out of all customers, and out of all that history remembers of them, within
 * the transaction of `db`. Nothing brings them back.
 */
export async function purgeFieldValues({ tracking }: OpenedDatabase, db: Db, key: string): Promise<void> {
  await unremembered(tracking, () => purgeCustomers(db, key))
  await purgeHistory(db, key)
}

async function purgeCustomers(db: Db, key: string): Promise<void> {
  const holding = hasField(sql.ref('field_values'), key)
  const { rows } = await sql<{ id: number }>`SELECT id FROM customers WHERE ${holding}`.execute(db)
  await inPages(rows, changedAtOnce, async (page) => {
    await sql`
      UPDATE customers SET field_values = ${withFieldValue(key, null)}
      WHERE id IN (${idList(page.map(({ id }) => id))})`.execute(db)
  })
}

async function purgeHistory(db: Db, key: string): Promise<void> {
  const holding = hasField(sql`before ->> 'field_values'`, key)
  for (let last = 0; ;) {
    const { rows } = await sql<{ end: number | null }>`
      SELECT max(id) AS end FROM (SELECT id FROM changes WHERE id > ${last} ORDER BY id LIMIT ${readAtOnce})`.execute(
      db,
    )
    const end = rows[0]?.end ?? null
    if (end === null) return
    await sql`
      UPDATE changes SET before = ${formerWithoutField(key)}
      WHERE id > ${last} AND id <= ${end} AND table_name = 'customers' AND before IS NOT NULL AND ${holding}`.execute(
      db,
    )
    last = end
    await setImmediate()
  }
}
