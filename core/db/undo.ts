import { sql } from 'kysely'
import type { Db, OpenedDatabase } from './open.ts'
import { rowAsJson, type TrackedShape, trackedShapes } from './tracking.ts'
import { changeSteps, inRounds, type KeptRow, type Step } from './undo-steps.ts'

/** So that a keystroke is answered while a large import is taken back. */
const deletedAtOnce = 2000

/**
 * Takes an operation back, row by row, inside the transaction of the operation `by`.
 *
 * What the operation made is deleted, what it deleted comes back, what it changed returns to what it was; but a value
 * that a later operation changed stays as it is now, and is named. Rows depend on each other (a visit on its customer),
 * so the steps are tried in rounds until none moves: what is left then is blocked by later work and is kept too.
 */
export async function takeBack(
  { sqlite }: OpenedDatabase,
  db: Db,
  operation: number,
  by: number,
): Promise<readonly KeptRow[]> {
  const shapes = trackedShapes(sqlite)
  const kept: KeptRow[] = []
  const blocked = await inRounds([
    ...(await changeSteps(db, shapes, operation, by, kept)),
    ...shapes.toReversed().map((shape) => deleteCreated(db, shapes, shape, operation)),
  ])
  for (const step of blocked) kept.push(...(await step.leftOver()))
  return kept
}

/** Deletes the rows the operation made, but for those that were changed since or that later rows hang on. */
function deleteCreated(db: Db, shapes: readonly TrackedShape[], shape: TrackedShape, operation: number): Step {
  const table = sql.table(shape.name)
  const dependents = shapes.flatMap((child) =>
    child.foreignKeys
      .filter(({ parent, onDelete }) => parent === shape.name && onDelete === 'CASCADE')
      .map(
        ({ column }) =>
          sql`NOT EXISTS (SELECT 1 FROM ${sql.table(child.name)} AS child WHERE child.${sql.ref(column)} = row.id)`,
      ),
  )
  const made = sql`row.operation_id = ${operation} OR row.id IN (
    SELECT row_id FROM changes WHERE operation_id = ${operation} AND table_name = ${shape.name} AND before IS NULL)`
  // As the operation left it: the former state that the first later change recorded, if there was one, is today's.
  const unchanged = sql`NOT EXISTS (
    SELECT 1 FROM changes AS later
    WHERE later.table_name = ${shape.name} AND later.row_id = row.id AND later.operation_id > ${operation}
      AND later.id = (SELECT min(id) FROM changes AS first WHERE first.table_name = ${shape.name}
        AND first.row_id = row.id AND first.operation_id > ${operation})
      AND later.before IS NOT ${sql.raw(rowAsJson(shape.columns, 'row'))})`

  return {
    async attempt() {
      const { numAffectedRows = 0n } = await sql`
        DELETE FROM ${table} WHERE id IN (
          SELECT row.id FROM ${table} AS row WHERE (${made}) AND ${sql.join([unchanged, ...dependents], sql` AND `)}
          LIMIT ${deletedAtOnce})`.execute(db)
      const { rows } = await sql`SELECT 1 FROM ${table} AS row WHERE ${made} LIMIT 1`.execute(db)
      return { moved: numAffectedRows > 0n, done: rows.length === 0 }
    },
    async leftOver() {
      const { rows } = await sql<{ id: number; changedBy: number | null }>`
        SELECT row.id, (SELECT max(operation_id) FROM changes WHERE table_name = ${shape.name} AND row_id = row.id
          AND operation_id > ${operation}) AS changedBy
        FROM ${table} AS row WHERE ${made}`.execute(db)
      return rows.map(({ id, changedBy }) => ({ table: shape.name, id, columns: [], changedBy }))
    },
  }
}
