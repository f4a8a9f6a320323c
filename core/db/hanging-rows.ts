import { type RawBuilder, sql } from 'kysely'
import { idList } from './among.ts'
import type { Db } from './open.ts'
import type { ForeignKey, TrackedShape, TrackedTable } from './tracking.ts'

/** Rows of tracked tables, by table. */
export type RowSet = ReadonlyMap<TrackedTable, ReadonlySet<number>>

interface Hanging {
  /** Only what this operation changed; null looks at all that history remembers. */
  readonly operation: number | null
  /** Which references count. */
  readonly follows: (key: ForeignKey) => boolean
  /** Leaves out, with all that hangs on it, what is in its table now. */
  readonly goneOnly: boolean
  /** The customers it all belongs to, where they are known: a shorter way to rows that other columns name. */
  readonly customers?: readonly number[]
}

/** Columns that history is indexed by (see migration 0006). The others are those of small tables. */
const indexedColumns: ReadonlySet<string> = new Set(['customer_id', 'contact_id', 'visit_id'])

/** These rows and those that, as history remembers them, hung on them, and on those … */
export async function withHangingRows(
  db: Db,
  shapes: readonly TrackedShape[],
  roots: RowSet,
  hanging: Hanging,
): Promise<RowSet> {
  const found = new Map([...roots].map(([table, ids]) => [table, new Set(ids)]))
  for (let fresh = roots; fresh.size > 0;) {
    const next = new Map<TrackedTable, Set<number>>()
    for (const shape of shapes) {
      for (const key of shape.foreignKeys.filter(hanging.follows)) {
        const parents = fresh.get(key.parent as TrackedTable)
        if (!parents || parents.size === 0) continue
        for (const id of await rowsNaming(db, shape, key.column, [...parents], hanging)) {
          if (addTo(found, shape.name, id)) addTo(next, shape.name, id)
        }
      }
    }
    fresh = next
  }
  return found
}

async function rowsNaming(
  db: Db,
  { name, columns }: TrackedShape,
  column: string,
  parents: readonly number[],
  { operation, goneOnly, customers }: Hanging,
): Promise<number[]> {
  const conditions = [names(column, parents)]
  const isNarrow = indexedColumns.has(column)
  if (!isNarrow && customers && columns.includes('customer_id') && name !== 'customer_links') {
    conditions.push(names('customer_id', customers))
  }
  // The plus keeps SQLite to the index of the column: it finds a handful of rows, the others all of an operation.
  conditions.push(isNarrow ? sql`+table_name = ${name}` : sql`table_name = ${name}`)
  if (operation !== null)
    conditions.push(isNarrow ? sql`+operation_id = ${operation}` : sql`operation_id = ${operation}`)
  if (goneOnly) conditions.push(sql`NOT EXISTS (SELECT 1 FROM ${sql.table(name)} WHERE id = row_id)`)
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT row_id AS id FROM changes WHERE ${sql.join(conditions, sql` AND `)}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The column's name stands in the text, not as a value: so an index on the expression is used. */
function names(column: string, ids: readonly number[]): RawBuilder<unknown> {
  const key = sql.raw(`'${column}'`)
  return sql`CAST(before ->> ${key} AS INTEGER) IN (${idList(ids)}) AND before ->> ${key} IS NOT NULL`
}

function addTo(rows: Map<TrackedTable, Set<number>>, table: TrackedTable, id: number): boolean {
  const ids = rows.get(table)
  if (ids?.has(id)) return false
  if (ids) ids.add(id)
  else rows.set(table, new Set([id]))
  return true
}
