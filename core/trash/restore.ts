import { sql } from 'kysely'
import type { Written } from '#contract/common.ts'
import type { OperationSubject } from '#contract/operations.ts'
import type { TrashKey } from '#contract/trash.ts'
import type { Db } from '../db/open.ts'
import { bringBack, reconnect } from '../db/bring-back.ts'
import { takeBack } from '../db/undo.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { deletionsAmong, type TrashTable } from '../operations/keep-trash.ts'
import { write } from '../operations/write.ts'
import { tableOfEntity } from './trash-entities.ts'

interface Deleted {
  readonly table: TrashTable
  readonly id: number
  readonly name: string | null
  readonly customerId: number | null
  readonly operation: number
}

/**
 * Brings back what was chosen with all that hung on it, out of whichever operations deleted it, as one operation.
 *
 * The newest deletion first: a contact comes back after the customer that was deleted later than it.
 */
export async function restoreFromTrash(
  context: Context,
  keys: readonly TrashKey[],
): Promise<Written & { restored: number; left: number }> {
  return write(context, { kind: 'restore' }, async ({ db, operationId, describe }) => {
    const chosen = await deletedRows(db, keys)
    const [first] = chosen
    if (!first) fail('NOT_FOUND', { entity: keys[0]?.entity ?? 'customer', id: keys[0]?.id ?? 0 })
    const byOperation = [...Map.groupBy(chosen, ({ operation }) => operation)]
    for (const [operation, rows] of byOperation.toSorted(([one], [other]) => other - one)) {
      // A deleted field also took its conditions out of saved views.
      if (rows.some(({ table }) => table === 'fields') && (await isWhole(db, operation, rows.length))) {
        await takeBack(context.database, db, operation, operationId)
      } else await bringBack(context.database, db, operation, byTable(rows), operationId)
    }
    await reconnect(context.database, db, operationId, (operations) => deletionsAmong(db, operations))
    const back = await rowsBack(db, chosen)
    await describe(subjectOf(back))
    return { restored: back.length, left: keys.length - back.length }
  })
}

function byTable(rows: readonly Deleted[]): ReadonlyMap<TrashTable, ReadonlySet<number>> {
  return new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, rows]) => [table, new Set(rows.map(({ id }) => id))]),
  )
}

async function deletedRows(db: Db, keys: readonly TrashKey[]): Promise<Deleted[]> {
  const wanted = JSON.stringify(keys.map(({ entity, id }) => [tableOfEntity[entity], id]))
  const { rows } = await sql<Deleted>`
    SELECT trash.table_name AS "table", trash.row_id AS id, before ->> 'name' AS name, operation_id AS operation,
      iif(trash.table_name = 'customers', trash.row_id, trash.customer_id) AS customerId
    FROM json_each(${wanted}) AS wanted
    JOIN trash ON trash.table_name = wanted.value ->> 0 AND trash.row_id = wanted.value ->> 1
    JOIN changes ON changes.id = trash.change_id
    GROUP BY trash.change_id`.execute(db)
  return rows
}

/** Whether these are all that is left of the operation in the trash. */
async function isWhole(db: Db, operation: number, chosen: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM changes JOIN trash ON trash.change_id = changes.id
    WHERE operation_id = ${operation} LIMIT ${chosen + 1}`.execute(db)
  return rows.length === chosen
}

async function rowsBack(db: Db, chosen: readonly Deleted[]): Promise<Deleted[]> {
  const there = new Set<string>()
  for (const [table, ids] of byTable(chosen)) {
    const { rows } = await sql<{ id: number }>`
      SELECT id FROM ${sql.table(table)} WHERE id IN (SELECT value FROM json_each(${JSON.stringify([...ids])}))`.execute(
      db,
    )
    for (const { id } of rows) there.add(`${table} ${id}`)
  }
  return chosen.filter(({ table, id }) => there.has(`${table} ${id}`))
}

/** The one record by its name, several by their count. */
function subjectOf(back: readonly Deleted[]): OperationSubject {
  const [only] = back
  if (!only || back.length > 1) return { count: back.length }
  const { name, customerId } = only
  return { count: 1, ...(name === null ? {} : { name }), ...(customerId === null ? {} : { customerId }) }
}
