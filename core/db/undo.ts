import { setImmediate } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Db, OpenedDatabase } from './open.ts'
import { type ForeignKey, rowAsJson, type TrackedShape, type TrackedTable, trackedShapes } from './tracking.ts'
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
  const waiting = await inRounds(await changeSteps(db, shapes, operation, by, kept))
  await noteStaying(db, shapes, operation)
  const deletions = shapes.toReversed().map((shape) => deleteCreated(db, shape, operation))
  const blocked = await inRounds([...waiting, ...deletions])
  for (const step of blocked) kept.push(...(await step.leftOver()))
  return kept
}

/** Deletes the rows the operation made, but for those that stay. */
function deleteCreated(db: Db, { name }: TrackedShape, operation: number): Step {
  const table = sql.table(name)
  const made = madeBy(operation, name, 'row')
  return {
    async attempt() {
      const { numAffectedRows = 0n } = await sql`
        DELETE FROM ${table} WHERE id IN (
          SELECT row.id FROM ${table} AS row WHERE ${made} AND NOT ${isStaying(name, sql.ref('row.id'))}
          LIMIT ${deletedAtOnce})`.execute(db)
      const { rows } = await sql`SELECT 1 FROM ${table} AS row WHERE ${made} LIMIT 1`.execute(db)
      return { moved: numAffectedRows > 0n, done: rows.length === 0 }
    },
    async leftOver() {
      const { rows } = await sql<{ id: number; changedBy: number | null }>`
        SELECT row.id, (SELECT max(operation_id) FROM changes WHERE table_name = ${name} AND row_id = row.id
          AND operation_id > ${operation}) AS changedBy
        FROM ${table} AS row
        WHERE ${made} AND NOT EXISTS (SELECT 1 FROM temp.staying AS part
          WHERE part.table_name = ${name} AND part.row_id = row.id AND part.is_part = 1)`.execute(db)
      return rows.map(({ id, changedBy }) => ({ table: name, id, columns: [], changedBy }))
    },
  }
}

/**
 * Notes, in a table of this connection, which rows that the operation made are to stay: those that were changed since or
 * that later rows hang on; and, so that nothing is kept in pieces, all it made together with them: a customer whom
 * somebody has visited since keeps its phones and contacts.
 */
async function noteStaying(db: Db, shapes: readonly TrackedShape[], operation: number): Promise<void> {
  await sql`CREATE TEMP TABLE IF NOT EXISTS staying (
    table_name TEXT, row_id INTEGER, is_part INTEGER, PRIMARY KEY (table_name, row_id)) WITHOUT ROWID`.execute(db)
  await sql`DELETE FROM temp.staying`.execute(db)
  for (const shape of shapes.toReversed()) {
    const reasons = [sql`NOT ${isUnchanged(operation, shape)}`, ...laterDependents(shapes, shape, operation)]
    await sql`
      INSERT INTO temp.staying SELECT ${shape.name}, row.id, 0 FROM ${sql.table(shape.name)} AS row
      WHERE ${madeBy(operation, shape.name, 'row')} AND (${sql.join(reasons, sql` OR `)})`.execute(db)
    await setImmediate()
  }
  for (const shape of shapes) {
    const parents = cascades(shape).map(({ column, parent }) => isStaying(parent, sql.ref(`row.${column}`)))
    if (parents.length === 0) continue
    await sql`
      INSERT OR IGNORE INTO temp.staying SELECT ${shape.name}, row.id, 1 FROM ${sql.table(shape.name)} AS row
      WHERE ${madeBy(operation, shape.name, 'row')} AND (${sql.join(parents, sql` OR `)})`.execute(db)
  }
}

/** Rows that would go with this one although the operation did not make them, or that stay for reasons of their own. */
function laterDependents(shapes: readonly TrackedShape[], { name }: TrackedShape, operation: number) {
  return shapes.flatMap((child) =>
    cascades(child)
      .filter(({ parent }) => parent === name)
      .map(
        ({ column }) => sql`EXISTS (
          SELECT 1 FROM ${sql.table(child.name)} AS child WHERE child.${sql.ref(column)} = row.id
            AND (NOT ${madeBy(operation, child.name, 'child')} OR ${isStaying(child.name, sql.ref('child.id'))}))`,
      ),
  )
}

function cascades({ foreignKeys }: TrackedShape): readonly ForeignKey[] {
  return foreignKeys.filter(({ onDelete }) => onDelete === 'CASCADE')
}

function madeBy(operation: number, table: TrackedTable, row: string): RawBuilder<unknown> {
  return sql`(${sql.ref(`${row}.operation_id`)} = ${operation} OR ${sql.ref(`${row}.id`)} IN (
    SELECT row_id FROM changes WHERE operation_id = ${operation} AND table_name = ${table} AND before IS NULL))`
}

/** As the operation left it: the former state that the first later change recorded, if there was one, is today's. */
function isUnchanged(operation: number, { name, columns }: TrackedShape): RawBuilder<unknown> {
  return sql`NOT EXISTS (
    SELECT 1 FROM changes AS later
    WHERE later.table_name = ${name} AND later.row_id = row.id AND later.operation_id > ${operation}
      AND later.id = (SELECT min(id) FROM changes AS first WHERE first.table_name = ${name}
        AND first.row_id = row.id AND first.operation_id > ${operation})
      AND later.before IS NOT ${sql.raw(rowAsJson(columns, 'row'))})`
}

function isStaying(table: string, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${id} IN (SELECT row_id FROM temp.staying WHERE table_name = ${table})`
}
