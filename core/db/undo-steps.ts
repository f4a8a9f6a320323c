import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { idList } from './among.ts'
import type { RowSet } from './hanging-rows.ts'
import { mergeRows, parseRow, type Row } from './merge-rows.ts'
import type { Db } from './open.ts'
import type { ForeignKey, TrackedShape, TrackedTable } from './tracking.ts'

/** A row that stays as it is because somebody changed it after the operation. */
export interface KeptRow {
  readonly table: TrackedTable
  readonly id: number
  /** Columns (or `column.key` inside a JSON column) that stay; empty when the whole row does. */
  readonly columns: readonly string[]
  /** The later operation, when it is known. */
  readonly changedBy: number | null
}

/** So that a keystroke is answered while much is brought back. */
const stepsAtOnce = 500

export interface Step {
  /** `moved`: a row was written, so that steps waiting for it are worth another try. `done`: there is no more to do. */
  attempt(): Promise<{ moved: boolean; done: boolean }>
  /** What stays when no further round helps. */
  leftOver(): Promise<KeptRow[]>
}

/** Tries the steps until none moves any more, and returns those that are left. */
export async function inRounds(steps: readonly Step[]): Promise<readonly Step[]> {
  let pending = steps
  for (let moved = true; moved;) {
    moved = false
    const blocked: Step[] = []
    for (const [index, step] of pending.entries()) {
      const outcome = await step.attempt()
      moved ||= outcome.moved
      if (!outcome.done) blocked.push(step)
      if (index % stepsAtOnce === stepsAtOnce - 1) await setImmediate()
    }
    pending = blocked
    await setImmediate()
  }
  return pending
}

/** One step for every row, or for each of `only`, that the operation changed or deleted. */
export async function changeSteps(
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

/** Returns a row to how an operation found it, but for what was changed since. */
export function restoreRow(
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

export async function currentRow(db: Db, shape: TrackedShape, id: number): Promise<Row | null> {
  const columns = sql.join(shape.columns.map((column) => sql.ref(column)))
  const { rows } = await sql<Row>`SELECT ${columns} FROM ${sql.table(shape.name)} WHERE id = ${id}`.execute(db)
  return rows[0] ?? null
}

/**
 * Puts a row back. One that names a record which is gone (the visit a follow-up came from) comes back without naming it,
 * and history remembers that it did.
 */
async function insertRow(db: Db, shape: TrackedShape, row: Row, by: number): Promise<boolean> {
  const lost = await missingParents(db, shape.foreignKeys, row)
  if (lost.some(({ onDelete }) => onDelete !== 'SET NULL')) return false
  const whole = Object.fromEntries(shape.columns.map((column) => [column, row[column] ?? null]))
  const now = { ...whole, ...Object.fromEntries(lost.map(({ column }) => [column, null])) }
  const inserted = await sql`
    INSERT OR IGNORE INTO ${sql.table(shape.name)} (${sql.join(Object.keys(now).map((column) => sql.ref(column)))})
    VALUES (${sql.join(Object.values(now))})`.execute(db)
  if (inserted.numAffectedRows !== 1n) return false
  for (const before of lost.length === 0 ? [null] : [null, JSON.stringify(whole)]) {
    await sql`INSERT INTO changes (operation_id, table_name, row_id, before)
      VALUES (${by}, ${shape.name}, ${row['id']}, ${before})`.execute(db)
  }
  return true
}

async function updateRow(db: Db, shape: TrackedShape, id: number, row: Row, changed: Row): Promise<boolean> {
  if ((await missingParents(db, shape.foreignKeys, row)).length > 0) return false
  const assignments = sql.join(Object.entries(changed).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))
  const updated = await sql`UPDATE OR IGNORE ${sql.table(shape.name)} SET ${assignments} WHERE id = ${id}`.execute(db)
  return updated.numAffectedRows === 1n
}

async function missingParents(db: Db, foreignKeys: readonly ForeignKey[], row: Row): Promise<ForeignKey[]> {
  const missing: ForeignKey[] = []
  for (const key of foreignKeys) {
    const id = row[key.column] ?? null
    if (id === null) continue
    const { rows } = await sql`SELECT 1 FROM ${sql.table(key.parent)} WHERE id = ${id}`.execute(db)
    if (rows.length === 0) missing.push(key)
  }
  return missing
}
