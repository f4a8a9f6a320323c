import { type RawBuilder, sql } from 'kysely'
import { idList } from './among.ts'
import { type RowSet, withHangingRows } from './hanging-rows.ts'
import { parseRow, type Row } from './merge-rows.ts'
import type { Db, OpenedDatabase } from './open.ts'
import { type TrackedShape, type TrackedTable, trackedShapes } from './tracking.ts'
import { changeSteps, currentRow, inRounds, restoreRow, type Step } from './undo-steps.ts'

/** Where a whole list comes back at once, nobody waits until all that other deletions took of it has been looked for. */
const reconnectedAtMost = 20_000

/**
 * Brings back some of the rows an operation deleted, with all that it took from them and from what hung on them. What
 * has lost its place (its customer is gone) stays away.
 */
export async function bringBack(
  { sqlite }: OpenedDatabase,
  db: Db,
  operation: number,
  rows: RowSet,
  by: number,
): Promise<void> {
  const shapes = trackedShapes(sqlite)
  const customers = await customersOf(db, rows)
  const only = await withHangingRows(db, shapes, rows, { operation, follows: () => true, goneOnly: false, customers })
  await inRounds(await changeSteps(db, shapes, operation, by, [], only))
}

/**
 * What earlier deletions took from rows that `by` brought back — who was met at a visit, an affiliated company, whom a
 * follow-up was for — comes back too where both ends are there again: so that the order in which one restores does not
 * matter. What somebody changed by hand in between stays as it is.
 *
 * `deletions`: of these operations, those that deleted something by hand.
 */
export async function reconnect(
  { sqlite }: OpenedDatabase,
  db: Db,
  by: number,
  deletions: (operations: readonly number[]) => Promise<readonly number[]>,
): Promise<void> {
  const shapes = trackedShapes(sqlite)
  const back = await rowsBroughtBack(db, by)
  if (sizeOf(back) > reconnectedAtMost) return
  const rows = await withHangingRows(db, shapes, back, {
    operation: null,
    follows: () => true,
    goneOnly: false,
    customers: await customersOf(db, back),
  })
  const taken = await takenFrom(db, rows, by)
  const byHand = new Set(await deletions([...new Set(taken.map(({ operation }) => operation))]))
  const shapeOf = new Map(shapes.map((shape) => [shape.name, shape]))
  const steps: Step[] = []
  for (const { table, id, operation, before, isNulled } of taken) {
    const shape = shapeOf.get(table)
    if (!shape) continue
    const row = parseRow(before)
    const counts = isNulled === 1 ? hasLost(shape, row, await currentRow(db, shape, id)) : byHand.has(operation)
    if (counts) steps.push(restoreRow(db, shape, id, row, operation, by, []))
  }
  await inRounds(steps)
}

/** Whether the row named something once that it does not name now. */
function hasLost({ foreignKeys }: TrackedShape, before: Row, now: Row | null): boolean {
  return foreignKeys.some(({ column }) => (before[column] ?? null) !== null && now !== null && now[column] === null)
}

async function rowsBroughtBack(db: Db, by: number): Promise<RowSet> {
  const { rows } = await sql<Pick<TakenRow, 'table' | 'id'>>`
    SELECT table_name AS "table", row_id AS id FROM changes WHERE operation_id = ${by} AND before IS NULL`.execute(db)
  return rowSet(rows)
}

async function customersOf(db: Db, rows: RowSet): Promise<number[]> {
  const ids = new Set<number>()
  for (const [table, some] of rows) {
    const found = await sql<{ id: number | null }>`
      SELECT DISTINCT iif(${table} = 'customers', row_id, before ->> 'customer_id') AS id FROM changes
      WHERE table_name = ${table} AND row_id IN (${idList([...some])}) AND before IS NOT NULL`.execute(db)
    for (const { id } of found.rows) if (id !== null) ids.add(id)
  }
  return [...ids]
}

function sizeOf(rows: RowSet): number {
  return [...rows.values()].reduce((size, ids) => size + ids.size, 0)
}

interface TakenRow {
  readonly table: TrackedTable
  readonly id: number
  /** The operation whose doing is still the last word on the row, and how it found it. */
  readonly operation: number
  readonly before: string
  /** It brought the row back without a record that it named. */
  readonly isNulled: 0 | 1
}

async function takenFrom(db: Db, rows: RowSet, by: number): Promise<TakenRow[]> {
  const taken: TakenRow[] = []
  for (const [table, ids] of rows) {
    const found = await sql<TakenRow>`
      SELECT ${table} AS "table", row_id AS id, operation_id AS operation,
        (SELECT before FROM changes AS first WHERE first.table_name = ${table} AND first.row_id = own.row_id
          AND first.operation_id = own.operation_id AND first.before IS NOT NULL ORDER BY first.id LIMIT 1) AS before,
        EXISTS (SELECT 1 FROM changes AS made WHERE made.table_name = ${table} AND made.row_id = own.row_id
          AND made.operation_id = own.operation_id AND made.before IS NULL) AS isNulled
      FROM changes AS own
      WHERE table_name = ${table} AND row_id IN (${idList([...ids])})
        AND operation_id <> ${by} AND own.before IS NOT NULL AND ${isLastWord(table)}
      ORDER BY operation_id DESC`.execute(db)
    taken.push(...found.rows)
  }
  return taken
}

/**
 * Of a row that is gone, its deletion, unless it stands in the trash by itself; of one that is there, what nothing but
 * coming and going has followed.
 */
function isLastWord(table: TrackedTable): RawBuilder<unknown> {
  const later = sql`later.table_name = ${table} AND later.row_id = own.row_id AND later.id > own.id`
  return sql`iif(EXISTS (SELECT 1 FROM ${sql.table(table)} AS row WHERE row.id = own.row_id),
    (SELECT count(DISTINCT later.before) FROM changes AS later WHERE ${later}) <= 1,
    NOT EXISTS (SELECT 1 FROM changes AS later WHERE ${later})
      AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.table_name = ${table} AND trash.row_id = own.row_id))`
}

function rowSet(rows: readonly Pick<TakenRow, 'table' | 'id'>[]): RowSet {
  return new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, rows]) => [table, new Set(rows.map(({ id }) => id))]),
  )
}
