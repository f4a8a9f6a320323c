import { type RawBuilder, sql } from 'kysely'
import { idList } from '../db/among.ts'
import { type RowSet, withHangingRows } from '../db/hanging-rows.ts'
import type { Db, OpenedDatabase } from '../db/open.ts'
import { trackedShapes, trackedTables, type TrackedTable } from '../db/tracking.ts'

interface Root {
  readonly table: TrackedTable
  readonly id: number
}

export interface Forgotten {
  /** Checksums of the files that went with it. */
  readonly hashes: readonly string[]
  /** Keys of the customer fields. */
  readonly fields: readonly string[]
}

/**
 * Takes all that history remembers of these deleted rows, and of what hung on them, out of the file: their former
 * states, and their names where operations tell of them. An operation of which nothing is left says so from then on.
 */
export async function forgetRows({ sqlite }: OpenedDatabase, db: Db, roots: readonly Root[]): Promise<Forgotten> {
  const customers = idsOf(roots, 'customers')
  const rows = await withHangingRows(
    db,
    trackedShapes(sqlite),
    byTable([...roots, ...(await mergedInto(db, customers))]),
    {
      operation: null,
      follows: ({ onDelete }) => onDelete === 'CASCADE',
      goneOnly: true,
    },
  )
  const known = await whatIsKnownOf(db, rows)
  for (const [table, ids] of rows) {
    await sql`DELETE FROM changes WHERE table_name = ${table} AND row_id IN (${idList([...ids])})`.execute(db)
  }
  await forgetNames(db, known, [...(rows.get('customers') ?? [])])
  await markEmptied(db, known.operations)
  return { hashes: known.hashes, fields: known.fields }
}

/** The cards that were merged into these: what history remembers of them is of the same customer. */
async function mergedInto(db: Db, customers: readonly number[]): Promise<Root[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT row_id AS id FROM changes
    WHERE table_name = 'customers' AND NOT EXISTS (SELECT 1 FROM customers WHERE customers.id = row_id)
      AND operation_id IN (SELECT id FROM operations
        WHERE kind = 'mergeCustomers' AND subject ->> 'customerId' IS NOT NULL
          AND CAST(subject ->> 'customerId' AS INTEGER) IN (${idList(customers)}))`.execute(db)
  return rows.map(({ id }) => ({ table: 'customers', id }))
}

interface Known extends Forgotten {
  readonly names: readonly string[]
  /** Those that made, changed or deleted the rows. */
  readonly operations: readonly number[]
}

async function whatIsKnownOf(db: Db, rows: RowSet): Promise<Known> {
  const names = new Set<string>()
  const operations = new Set<number>()
  const hashes = new Set<string>()
  const fields = new Set<string>()
  for (const [table, ids] of rows) {
    const states = await sql<State>`
      SELECT DISTINCT operation_id AS operation, before ->> 'operation_id' AS maker, before ->> 'name' AS name,
        before ->> 'label_zh' AS labelZh, before ->> 'label_en' AS labelEn, before ->> 'sha256' AS hash,
        iif(table_name = 'fields' AND before ->> 'owner' = 'customer', before ->> 'key', NULL) AS field
      FROM changes WHERE table_name = ${table} AND row_id IN (${idList([...ids])})`.execute(db)
    for (const { operation, maker, name, labelZh, labelEn, hash, field } of states.rows) {
      for (const id of [operation, maker]) if (id !== null) operations.add(id)
      for (const word of [name, labelZh, labelEn]) if (word) names.add(word)
      if (hash !== null) hashes.add(hash)
      if (field !== null) fields.add(field)
    }
  }
  return { names: [...names], operations: [...operations], hashes: [...hashes], fields: [...fields] }
}

interface State {
  readonly operation: number
  readonly maker: number | null
  readonly name: string | null
  readonly labelZh: string | null
  readonly labelEn: string | null
  readonly hash: string | null
  readonly field: string | null
}

/** The name of a file that was imported, or of another record that the same operation was about, stays. */
async function forgetNames(db: Db, { names, operations }: Known, customers: readonly number[]): Promise<void> {
  const forget = (where: RawBuilder<unknown>) =>
    sql`UPDATE operations SET subject = json_remove(subject, '$.name', '$.customerId') WHERE ${where}`.execute(db)
  const isName = sql`subject ->> 'name' IN (SELECT value FROM json_each(${JSON.stringify(names)}))`
  await forget(sql`id IN (${idList(operations)}) AND ${isName}`)
  await forget(sql`undoes IN (${idList(operations)}) AND ${isName}`)
  await forget(sql`subject ->> 'customerId' IS NOT NULL
    AND CAST(subject ->> 'customerId' AS INTEGER) IN (${idList(customers)})`)
}

async function markEmptied(db: Db, operations: readonly number[]): Promise<void> {
  const left = ['changes', ...trackedTables.map(({ name }) => name)].map(
    (table) => sql`NOT EXISTS (SELECT 1 FROM ${sql.table(table)} AS "left" WHERE "left".operation_id = operations.id)`,
  )
  await sql`
    UPDATE operations SET subject = json_set(subject, '$.purged', json('true'))
    WHERE id IN (${idList(operations)}) AND ${sql.join(left, sql` AND `)}`.execute(db)
}

function byTable(rows: readonly Root[]): RowSet {
  return new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, rows]) => [table, new Set(rows.map(({ id }) => id))]),
  )
}

function idsOf(rows: readonly Root[], table: TrackedTable): number[] {
  return rows.filter((row) => row.table === table).map(({ id }) => id)
}
