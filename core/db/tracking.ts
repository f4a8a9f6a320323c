import type { Sqlite } from './sqlite.ts'

/**
 * The tables whose rows are part of undo and history, parents before children.
 *
 * Every one has `id` and `operation_id` (who made the row). Columns named under `derived` follow from other rows by
 * trigger; they are neither recorded nor restored.
 */
export const trackedTables = [
  { name: 'staff', derived: [] },
  { name: 'sections', derived: [] },
  { name: 'fields', derived: [] },
  { name: 'choices', derived: [] },
  { name: 'views', derived: [] },
  {
    name: 'customers',
    derived: ['last_contact_at', 'next_contact_on', 'next_contact_time', 'next_follow_up_id', 'completeness'],
  },
  { name: 'addresses', derived: [] },
  { name: 'customer_links', derived: [] },
  { name: 'apart_customers', derived: [] },
  { name: 'contacts', derived: [] },
  { name: 'contact_links', derived: [] },
  { name: 'phones', derived: [] },
  { name: 'visits', derived: [] },
  { name: 'visit_contacts', derived: [] },
  { name: 'follow_ups', derived: [] },
  { name: 'attachments', derived: [] },
] as const satisfies readonly { name: string; derived: readonly string[] }[]

export type TrackedTable = (typeof trackedTables)[number]['name']

export interface ForeignKey {
  readonly column: string
  readonly parent: string
  readonly onDelete: string
}

export interface TrackedShape {
  readonly name: TrackedTable
  /** Every column that is recorded, `id` and `operation_id` included. */
  readonly columns: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
}

/**
 * From here on every update and delete of a tracked table leaves the row's former state in `changes`.
 *
 * The triggers are TEMP: they belong to this connection and are made from the tables as they are now, so a migration
 * cannot leave them behind. Creations need no trigger: the row's own `operation_id` tells them (measured: a trigger on
 * insert makes an import four times as slow).
 */
export function track(sqlite: Sqlite): { operationId: number | null } {
  const tracking: { operationId: number | null } = { operationId: null }
  sqlite.function('current_operation', { deterministic: false, directOnly: false }, () => tracking.operationId)
  for (const shape of trackedShapes(sqlite)) sqlite.exec(triggersOf(shape))
  return tracking
}

/** What is written meanwhile leaves no trace in history: for taking out for good what history must not keep. */
export async function unremembered<T>(tracking: { operationId: number | null }, work: () => Promise<T>): Promise<T> {
  const before = tracking.operationId
  tracking.operationId = nobody
  try {
    return await work()
  } finally {
    tracking.operationId = before
  }
}

/** Operations count from 1. */
const nobody = 0

export function trackedShapes(sqlite: Sqlite): TrackedShape[] {
  return trackedTables.map(({ name, derived }) => ({
    name,
    columns: columnsOf(sqlite, name).filter((column) => !(derived as readonly string[]).includes(column)),
    foreignKeys: foreignKeysOf(sqlite, name),
  }))
}

/** SQL for the recorded columns of a row as a JSON object. */
export function rowAsJson(columns: readonly string[], row: string): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`
}

function triggersOf({ name, columns }: TrackedShape): string {
  const values = columns.filter((column) => column !== 'id')
  const record = `
    SELECT RAISE(ABORT, 'write outside an operation') WHERE current_operation() IS NULL;
    INSERT INTO changes (operation_id, table_name, row_id, before)
    VALUES (current_operation(), '${name}', OLD.id, ${rowAsJson(columns, 'OLD')});`
  return `
  CREATE TEMP TRIGGER ${name}_record_update AFTER UPDATE OF ${columns.map((column) => `"${column}"`).join(', ')} ON main.${name}
  WHEN (${values.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ')})
    AND current_operation() IS NOT ${nobody}
  BEGIN ${record} END;

  CREATE TEMP TRIGGER ${name}_record_delete AFTER DELETE ON main.${name}
  WHEN current_operation() IS NOT ${nobody}
  BEGIN ${record} END;`
}

function columnsOf(sqlite: Sqlite, table: string): string[] {
  return sqlite.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(table).map(String)
}

function foreignKeysOf(sqlite: Sqlite, table: string): ForeignKey[] {
  return sqlite
    .prepare<[string], ForeignKey>(
      'SELECT "from" AS "column", "table" AS parent, on_delete AS onDelete FROM pragma_foreign_key_list(?)',
    )
    .all(table)
}
