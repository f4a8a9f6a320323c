export type Row = Record<string, string | number | null>

/** JSON objects whose keys are values of their own: two edits of different keys do not meet. */
const mergedColumns: ReadonlySet<string> = new Set(['field_values'])

/** Which columns go back to `before`, and which stay because they are no longer what the operation made them. */
export function mergeRows(before: Row, left: Row, now: Row): { changed: Row; conflicts: string[] } {
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

export function parseRow(json: string): Row {
  return JSON.parse(json) as Row
}
