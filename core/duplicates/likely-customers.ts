import { sql } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import type { LikelyCustomer } from '#contract/duplicates.ts'
import { among } from '../db/among.ts'
import { fieldValue } from '../db/json.ts'
import type { Db } from '../db/open.ts'

/** What tells customers apart at a glance, by id. */
export async function likelyCustomers(db: Db, ids: readonly CustomerId[]): Promise<Map<CustomerId, LikelyCustomer>> {
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'number', 'kind', 'name'])
    .select((from) => [
      sql<string>`coalesce(${fieldValue('region')}, '')`.as('region'),
      from
        .selectFrom('phones')
        .select('phones.number')
        .whereRef('phones.customer_id', '=', 'customers.id')
        .orderBy('contact_id')
        .orderBy('position')
        .orderBy('phones.id')
        .limit(1)
        .as('phone'),
      sql<number>`(select count(*) from visits where customer_id = customers.id)`.as('visits'),
      changedAt.as('changedAt'),
    ])
    .where('id', 'in', among<CustomerId>(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const changedAt = sql<LikelyCustomer['changedAt']>`coalesce(
  (select made_at from changes join operations on operations.id = changes.operation_id
    where changes.table_name = 'customers' and changes.row_id = customers.id order by changes.id desc limit 1),
  customers.created_at)`
