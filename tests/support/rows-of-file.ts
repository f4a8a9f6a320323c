import { trackedShapes } from '#core/db/tracking.ts'
import type { TestCore } from './core.ts'

/** Every row of every tracked table, derived columns included. */
export function rowsOfFile({ context }: TestCore): Record<string, unknown[]> {
  const { sqlite } = context.database
  return Object.fromEntries(
    trackedShapes(sqlite).map(({ name }) => [name, sqlite.prepare(`SELECT * FROM ${name} ORDER BY id`).all()]),
  )
}
