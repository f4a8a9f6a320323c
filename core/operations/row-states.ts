import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import type { TrackedTable } from '../db/tracking.ts'
import type { Row } from './row-values.ts'
import type { Touch } from './touched-rows.ts'

interface Change {
  readonly operation: number
  readonly before: Row | null
}

/** A row through time: each former state with the operation that ended it, and the row as it is (null: it is gone). */
interface Timeline {
  readonly changes: readonly Change[]
  readonly now: Row | null
}

/** A row as an operation found it and as it left it. */
export interface States {
  readonly touch: Touch
  readonly before: Row | null
  readonly after: Row | null
}

export async function statesOf(db: Db, touches: readonly Touch[]): Promise<States[]> {
  const states: States[] = []
  for (const [table, ofTable] of Map.groupBy(touches, ({ table }) => table)) {
    const timelines = await timelinesOf(db, table, [...new Set(ofTable.map(({ id }) => id))])
    for (const touch of ofTable) {
      const timeline = timelines.get(touch.id)
      if (timeline) states.push({ touch, ...around(timeline, touch.operation) })
    }
  }
  return states
}

function around({ changes, now }: Timeline, operation: number): { before: Row | null; after: Row | null } {
  const first = changes.findIndex((change) => change.operation === operation)
  const last = changes.findLastIndex((change) => change.operation === operation)
  const before = changes[first]?.before ?? null
  // What an operation made is told by the row's own operation_id, and has no change of its own.
  const isMaker = first === -1 || before?.['operation_id'] === operation
  const later = changes[first === -1 ? 0 : last + 1]
  return { before: isMaker ? null : before, after: later ? later.before : now }
}

async function timelinesOf(db: Db, table: TrackedTable, ids: readonly number[]): Promise<Map<number, Timeline>> {
  const wanted = JSON.stringify(ids)
  const former = await sql<{ id: number; operation: number; before: string | null }>`
    SELECT row_id AS id, operation_id AS operation, before FROM changes
    WHERE table_name = ${table} AND row_id IN (SELECT value FROM json_each(${wanted})) ORDER BY changes.id`.execute(db)
  const living = await sql<Row & { id: number }>`
    SELECT * FROM ${sql.table(table)} WHERE id IN (SELECT value FROM json_each(${wanted}))`.execute(db)
  const now = new Map(living.rows.map((row) => [row.id, row]))
  const changes = Map.groupBy(former.rows, ({ id }) => id)
  return new Map(
    ids.map((id) => [
      id,
      {
        changes: (changes.get(id) ?? []).map(({ operation, before }) => ({
          operation,
          before: before === null ? null : (JSON.parse(before) as Row),
        })),
        now: now.get(id) ?? null,
      },
    ]),
  )
}
