import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import type { RecordCounts } from '#contract/duplicates.ts'
import { among } from '../db/among.ts'
import { fieldValue, withFieldValue } from '../db/json.ts'
import type { Db } from '../db/open.ts'

/** So that a keystroke is answered while 5,000 visits move. */
const slice = 500

/** Gives the survivor every visit, follow-up, contact and file of the others. */
export async function moveRecords(db: Db, survivor: CustomerId, others: readonly CustomerId[]): Promise<RecordCounts> {
  return {
    contacts: await moveContacts(db, survivor, others),
    visits: await moveAll(db, 'visits', survivor, others),
    followUps: await moveAll(db, 'follow_ups', survivor, others),
    attachments: await moveAll(db, 'attachments', survivor, others),
  }
}

/** Other cards that name one of the others in a field name the survivor. */
export async function pointTo(
  db: Db,
  field: string,
  survivor: CustomerId,
  others: readonly CustomerId[],
): Promise<void> {
  await db
    .updateTable('customers')
    .set({ field_values: withFieldValue(field, survivor) })
    .where(fieldValue<number | null>(field), 'in', among(others))
    .where('id', 'not in', among<CustomerId>([survivor, ...others]))
    .execute()
}

async function moveAll(
  db: Db,
  table: 'visits' | 'follow_ups' | 'attachments',
  survivor: CustomerId,
  others: readonly CustomerId[],
): Promise<number> {
  for (let moved = 0; ;) {
    const { numAffectedRows = 0n } = await sql`
      update ${sql.table(table)} set customer_id = ${survivor} where id in (
        select id from ${sql.table(table)} where customer_id in ${among(others)} limit ${slice})`.execute(db)
    moved += Number(numAffectedRows)
    if (numAffectedRows < slice) return moved
    await setImmediate()
  }
}

/** They follow those the survivor has; one of all is the primary one, its own before another's. */
async function moveContacts(db: Db, survivor: CustomerId, others: readonly CustomerId[]): Promise<number> {
  const all = await db
    .selectFrom('contacts')
    .select(['id', 'customer_id as customerId', 'is_primary as isPrimary', 'position'])
    .where('customer_id', 'in', among<CustomerId>([survivor, ...others]))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const bySide = Map.groupBy(all, ({ customerId }) => customerId)
  const own = bySide.get(survivor) ?? []
  const coming = others.flatMap((id) => bySide.get(id) ?? [])
  const primary = [...own, ...coming].find(({ isPrimary }) => isPrimary === 1)
  const last = Math.max(-1, ...own.map(({ position }) => position))
  for (const [index, { id }] of coming.entries()) {
    await db
      .updateTable('contacts')
      .set({ customer_id: survivor, position: last + 1 + index, is_primary: id === primary?.id ? 1 : 0 })
      .where('id', '=', id)
      .execute()
    await db.updateTable('phones').set({ customer_id: survivor }).where('contact_id', '=', id).execute()
  }
  return coming.length
}
