import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { idList } from './among.ts'
import { type RowSet, withHangingRows } from './hanging-rows.ts'
import type { Db, OpenedDatabase } from './open.ts'
import { type ForeignKey, rowAsJson, type TrackedShape, type TrackedTable, trackedShapes } from './tracking.ts'

/** A row that stays as it is because somebody changed it after the operation. */
export interface KeptRow {
  readonly table: TrackedTable
  readonly id: number
  /** Columns (or `column.key` inside a JSON column) that stay; empty when the whole row does. */
  readonly columns: readonly string[]
  /** The later operation, when it is known. */
  readonly changedBy: number | null
}

/** So that a keystroke is answered while a large import is taken back. */
const deletedAtOnce = 2000
const restoredAtOnce = 500

type Row = Record<string, string | number | null>

/** JSON objects whose keys are values of their own: two edits of different keys do not meet. */
const mergedColumns: ReadonlySet<string> = new Set(['field_values'])

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
  const only = await withHangingRows(db, shapes, rows, { operation, follows: () => true, goneOnly: false })
  await inRounds(await changeSteps(db, shapes, operation, by, [], only))
}

/** Tries the steps until none moves any more, and returns those that are left. */
async function inRounds(steps: readonly Step[]): Promise<readonly Step[]> {
  let pending = steps
  for (let moved = true; moved;) {
    moved = false
    const blocked: Step[] = []
    for (const [index, step] of pending.entries()) {
      const outcome = await step.attempt()
      moved ||= outcome.moved
      if (!outcome.done) blocked.push(step)
      if (index % restoredAtOnce === restoredAtOnce - 1) await setImmediate()
    }
    pending = blocked
    await setImmediate()
  }
  return pending
}

interface Step {
  /** `moved`: a row was written, so that steps waiting for it are worth another try. `done`: there is no more to do. */
  attempt(): Promise<{ moved: boolean; done: boolean }>
  /** What stays when no further round helps. */
  leftOver(): Promise<KeptRow[]>
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

/** One step for every row, or for each of `only`, that the operation changed or deleted. */
async function changeSteps(
  db: Db,
  shapes: readonly TrackedShape[],
  operation: number,
  by: number,
  kept: KeptRow[],
  only?: RowSet,
): Promise<Step[]> {
  const steps: Step[] = []
  for (const shape of shapes) {
    const ids = only?.get(shape.name)
    if (only && !ids) continue
    const among = ids ? sql`AND own.row_id IN (${idList([...ids])})` : sql``
    // The first state recorded in the operation is the one to return to.
    const { rows } = await sql<{ id: number; before: string }>`
      SELECT row_id AS id, before FROM changes AS own
      WHERE own.operation_id = ${operation} AND own.table_name = ${shape.name} AND own.before IS NOT NULL
        ${among} AND own.id = (SELECT min(id) FROM changes AS first
          WHERE first.table_name = ${shape.name} AND first.row_id = own.row_id AND first.operation_id = ${operation})
      ORDER BY own.row_id`.execute(db)
    for (const { id, before } of rows) {
      const row = parseRow(before)
      // Made by the same operation: it is deleted again, whatever else happened to it in between.
      if (row['operation_id'] !== operation) steps.push(restoreRow(db, shape, id, row, operation, by, kept))
    }
  }
  return steps
}

function restoreRow(
  db: Db,
  shape: TrackedShape,
  id: number,
  before: Row,
  operation: number,
  by: number,
  kept: KeptRow[],
): Step {
  const keep = (columns: readonly string[], changedBy: number | null): KeptRow => ({
    table: shape.name,
    id,
    columns,
    changedBy,
  })
  const nothingToDo = { moved: false, done: true }
  const written = (ok: boolean) => ({ moved: ok, done: ok })

  return {
    async attempt() {
      const left = await stateLeftBy(db, shape, id, operation)
      const now = await currentRow(db, shape, id)
      if (!now) {
        const later = left.row === null ? await laterDeletion(db, shape, id, before, operation) : left.changedBy
        if (left.row === null && later === null) return written(await insertRow(db, shape, before, by))
        kept.push(keep([], later))
        return nothingToDo
      }
      // The operation deleted it and somebody has brought it back already.
      if (left.row === null) return nothingToDo

      const { changed, conflicts } = mergeRows(before, left.row, now)
      if (Object.keys(changed).length > 0) {
        if (!(await updateRow(db, shape, id, { ...now, ...changed }, changed))) return written(false)
      }
      if (conflicts.length > 0) kept.push(keep(conflicts, left.changedBy))
      return written(true)
    },
    leftOver: async () => [keep([], null)],
  }
}

/** The row as the operation left it: what the first later change found, or the row as it is. Null when it deleted it. */
async function stateLeftBy(
  db: Db,
  shape: TrackedShape,
  id: number,
  operation: number,
): Promise<{ row: Row | null; changedBy: number | null }> {
  const { rows } = await sql<{ before: string | null; operationId: number }>`
    SELECT before, operation_id AS operationId FROM changes
    WHERE table_name = ${shape.name} AND row_id = ${id} AND operation_id > ${operation}
    ORDER BY id LIMIT 1`.execute(db)
  const [later] = rows
  if (!later) return { row: await currentRow(db, shape, id), changedBy: null }
  return { row: later.before === null ? null : parseRow(later.before), changedBy: later.operationId }
}

/**
 * The operation that deleted the row again after it had been brought back and changed: that one has the newer state, and
 * whoever wants the row takes that one back. Null when nothing newer would be lost.
 */
async function laterDeletion(
  db: Db,
  shape: TrackedShape,
  id: number,
  before: Row,
  operation: number,
): Promise<number | null> {
  const { rows } = await sql<{ before: string | null; operationId: number }>`
    SELECT before, operation_id AS operationId FROM changes
    WHERE table_name = ${shape.name} AND row_id = ${id} AND operation_id = (SELECT operation_id FROM changes
      WHERE table_name = ${shape.name} AND row_id = ${id} ORDER BY id DESC LIMIT 1)
    ORDER BY id LIMIT 1`.execute(db)
  const [last] = rows
  if (!last || last.operationId === operation || last.before === null) return null
  const then = parseRow(last.before)
  return shape.columns.every((column) => (then[column] ?? null) === (before[column] ?? null)) ? null : last.operationId
}

async function currentRow(db: Db, shape: TrackedShape, id: number): Promise<Row | null> {
  const columns = sql.join(shape.columns.map((column) => sql.ref(column)))
  const { rows } = await sql<Row>`SELECT ${columns} FROM ${sql.table(shape.name)} WHERE id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Which columns go back to `before`, and which stay because they are no longer what the operation made them. */
function mergeRows(before: Row, left: Row, now: Row): { changed: Row; conflicts: string[] } {
  const changed: Row = {}
  const conflicts: string[] = []
  for (const column of Object.keys(before)) {
    const [was = null, made = null, is = null] = [before[column], left[column], now[column]]
    if (was === made || is === was) continue
    if (is === made) changed[column] = was
    else if (mergedColumns.has(column)) changed[column] = mergeKeys(column, [was, made, is], conflicts)
    else conflicts.push(column)
  }
  return { changed, conflicts }
}

function mergeKeys(column: string, versions: readonly (string | number | null)[], conflicts: string[]): string {
  const [was = {}, made = {}, is = {}] = versions.map(
    (json) => JSON.parse(String(json ?? '{}')) as Record<string, unknown>,
  )
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const merged = { ...is }
  for (const key of new Set([...Object.keys(was), ...Object.keys(made)])) {
    if (same(was[key], made[key]) || same(is[key], was[key])) continue
    if (!same(is[key], made[key])) conflicts.push(`${column}.${key}`)
    else if (was[key] === undefined) delete merged[key]
    else merged[key] = was[key]
  }
  return JSON.stringify(merged)
}

async function insertRow(db: Db, shape: TrackedShape, row: Row, by: number): Promise<boolean> {
  if (!(await parentsExist(db, shape.foreignKeys, row))) return false
  const columns = sql.join(shape.columns.map((column) => sql.ref(column)))
  const values = sql.join(shape.columns.map((column) => row[column] ?? null))
  const inserted = await sql`
    INSERT OR IGNORE INTO ${sql.table(shape.name)} (${columns}) VALUES (${values})`.execute(db)
  if (inserted.numAffectedRows !== 1n) return false
  await sql`INSERT INTO changes (operation_id, table_name, row_id, before)
    VALUES (${by}, ${shape.name}, ${row['id']}, NULL)`.execute(db)
  return true
}

async function updateRow(db: Db, shape: TrackedShape, id: number, row: Row, changed: Row): Promise<boolean> {
  if (!(await parentsExist(db, shape.foreignKeys, row))) return false
  const assignments = sql.join(Object.entries(changed).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))
  const updated = await sql`UPDATE OR IGNORE ${sql.table(shape.name)} SET ${assignments} WHERE id = ${id}`.execute(db)
  return updated.numAffectedRows === 1n
}

async function parentsExist(db: Db, foreignKeys: readonly ForeignKey[], row: Row): Promise<boolean> {
  for (const { column, parent } of foreignKeys) {
    const id = row[column] ?? null
    if (id === null) continue
    const { rows } = await sql`SELECT 1 FROM ${sql.table(parent)} WHERE id = ${id}`.execute(db)
    if (rows.length === 0) return false
  }
  return true
}

function parseRow(json: string): Row {
  return JSON.parse(json) as Row
}
