import { sql } from 'kysely'
import type { OperationId } from '#contract/common.ts'
import type { OperationKind } from '#contract/operations.ts'
import type { Db } from '../db/open.ts'
import { plainReading } from '../db/plain-reading.ts'
import type { TrackedTable } from '../db/tracking.ts'

/** What one may delete by itself, and the words it is found by in the trash. */
const wordsOf = {
  customers: `name || ' ' || short_name || ' ' || number || ' ' || replace(${plainReading}, ' ', '')`,
  contacts: `name || ' ' || replace(${plainReading}, ' ', '')`,
  visits: "substr(situation || ' ' || result_note, 1, 500)",
  follow_ups: "substr(title || ' ' || content, 1, 500)",
  attachments: "name || ' ' || note",
  fields: "label_zh || ' ' || label_en",
  views: "label_zh || ' ' || label_en",
} as const satisfies Partial<Record<TrackedTable, string>>

export type TrashTable = keyof typeof wordsOf

const tableOf: Partial<Record<OperationKind, TrashTable>> = {
  removeCustomers: 'customers',
  removeContact: 'contacts',
  removeVisit: 'visits',
  removeFollowUp: 'follow_ups',
  removeAttachment: 'attachments',
  removeField: 'fields',
  removeView: 'views',
}

const everyTable = Object.keys(wordsOf) as TrashTable[]

/** Columns the words are made of. */
const wordColumns = 'name short_name number reading situation result_note title content note label_zh label_en'.split(
  ' ',
)

/**
 * Puts into the trash what an operation deleted, and takes out what it brought back. Called at the end of every
 * operation; most have nothing to do with it.
 *
 * Only what was deleted by hand is trash, be it again by taking an undo or a restoring back: not the cards that were
 * merged into another, nor what an undo unmakes.
 */
export async function keepTrash(db: Db, operation: OperationId, kind: OperationKind): Promise<void> {
  const takesBack = kind === 'undo' || kind === 'restore'
  if (!takesBack && !tableOf[kind]) return
  if (takesBack) {
    await sql`DELETE FROM trash WHERE (table_name, row_id) IN (
      SELECT table_name, row_id FROM changes WHERE operation_id = ${operation} AND before IS NULL)`.execute(db)
  }
  for (const table of await tablesRemoved(db, operation)) await addDeleted(db, operation, table)
}

/** Those of the operations by which somebody deleted something by hand. */
export async function deletionsAmong(db: Db, operations: readonly number[]): Promise<readonly number[]> {
  const found: number[] = []
  for (const id of operations) if ((await tablesRemoved(db, id)).length > 0) found.push(id)
  return found
}

/** Where to look: a removal, the undo of its undo, or the undo of a restoring. */
async function tablesRemoved(db: Db, operation: number): Promise<readonly TrashTable[]> {
  const first = await firstOf(db, operation)
  if (!first) return []
  if (first.takesBack === 1) return first.kind === 'restore' ? everyTable : []
  const table = tableOf[first.kind]
  return table ? [table] : []
}

/** What an undo is in the end about, and whether it takes that back or does it again. */
async function firstOf(db: Db, operation: number): Promise<{ kind: OperationKind; takesBack: 0 | 1 } | undefined> {
  const { rows } = await sql<{ kind: OperationKind; takesBack: 0 | 1 }>`
    WITH RECURSIVE chain (kind, undoes, takesBack) AS (
      SELECT kind, undoes, 0 FROM operations WHERE id = ${operation}
      UNION ALL
      SELECT operations.kind, operations.undoes, 1 - takesBack
      FROM chain JOIN operations ON operations.id = chain.undoes)
    SELECT kind, takesBack FROM chain WHERE undoes IS NULL`.execute(db)
  return rows[0]
}

/** What went with its customer is told by the customer. */
async function addDeleted(db: Db, operation: OperationId, table: TrashTable): Promise<void> {
  const values = sql.raw(wordColumns.map((column) => `before ->> '${column}' AS ${column}`).join(', '))
  await sql`
    INSERT INTO trash (change_id, table_name, row_id, customer_id, words)
    SELECT id, ${table}, row_id, customer_id, lower(${sql.raw(wordsOf[table])})
    FROM (
      SELECT max(id) AS id, row_id, before ->> 'customer_id' AS customer_id, ${values} FROM changes
      WHERE operation_id = ${operation} AND table_name = ${table} AND before IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM ${sql.table(table)} AS there WHERE there.id = row_id)
      GROUP BY row_id)
    WHERE customer_id IS NULL OR customer_id IN (SELECT customers.id FROM customers)`.execute(db)
}
