import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/open.ts'
import type { TrackedTable } from '../db/tracking.ts'

export type RecordTable = 'customers' | 'contacts' | 'visits' | 'follow_ups'

/** A row of a record, and an operation that made, changed or deleted it. */
export interface Touch {
  readonly table: TrackedTable
  readonly id: number
  readonly operation: number
}

interface Parts {
  readonly column: 'customer_id' | 'contact_id' | 'visit_id'
  readonly tables: readonly TrackedTable[]
}

/** What counts as part of a record in its history. Contacts met at a visit are told by the visit. */
const partsOf: Readonly<Record<RecordTable, Parts | null>> = {
  customers: {
    column: 'customer_id',
    tables: ['addresses', 'customer_links', 'contacts', 'phones', 'visits', 'follow_ups', 'attachments'],
  },
  contacts: { column: 'contact_id', tables: ['phones'] },
  visits: { column: 'visit_id', tables: ['visit_contacts', 'attachments'] },
  follow_ups: null,
}

/** Every row that is or ever was part of a record, with every operation that had to do with it. */
export async function touchesOf(db: Db, table: RecordTable, id: number): Promise<Touch[]> {
  const parts = partsOf[table]
  const sources = [ownRow(table, id), ...(parts ? [...livingParts(parts, id), formerParts(parts, id)] : [])]
  if (table === 'customers') sources.push(linksFromOthers(id))
  const links = table === 'customers' || table === 'contacts' ? sql`UNION ${contactLinks}` : sql``
  const { rows } = await sql<Touch>`
    WITH of_record ("table", id, maker) AS MATERIALIZED (${sql.join(sources, sql` UNION `)}),
      rows ("table", id, maker) AS MATERIALIZED (SELECT * FROM of_record ${links})
    SELECT "table", id, maker AS operation FROM rows
    UNION
    SELECT rows."table", rows.id, changes.operation_id
    FROM rows CROSS JOIN changes ON changes.table_name = rows."table" AND changes.row_id = rows.id`.execute(db)
  return rows
}

function ownRow(table: RecordTable, id: number): RawBuilder<unknown> {
  return sql`
    SELECT ${table}, id, operation_id FROM ${sql.table(table)} WHERE id = ${id}
    UNION SELECT table_name, row_id, before ->> 'operation_id' FROM changes
    WHERE table_name = ${table} AND row_id = ${id} AND before IS NOT NULL`
}

function livingParts({ column, tables }: Parts, id: number): RawBuilder<unknown>[] {
  return tables.map(
    (table) => sql`SELECT ${table}, id, operation_id FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id}`,
  )
}

/** The column's name stands in the text, not as a value: so an index on the expression is used. */
function formerParts({ column, tables }: Parts, id: number): RawBuilder<unknown> {
  const key = sql.raw(`'${column}'`)
  return sql`
    SELECT table_name, row_id, before ->> 'operation_id' FROM changes
    WHERE CAST(before ->> ${key} AS INTEGER) = ${id} AND before ->> ${key} IS NOT NULL
      AND +table_name IN (${sql.join(tables)})`
}

function linksFromOthers(id: number): RawBuilder<unknown> {
  return sql`
    SELECT 'customer_links', id, operation_id FROM customer_links WHERE other_id = ${id}
    UNION SELECT table_name, row_id, before ->> 'operation_id' FROM changes
    WHERE table_name = 'customer_links' AND CAST(before ->> 'other_id' AS INTEGER) = ${id}`
}

/** Whom a contact reports to and sways. */
const contactLinks = sql`
  SELECT 'contact_links', id, operation_id FROM contact_links
  WHERE from_contact_id IN (SELECT id FROM of_record WHERE "table" = 'contacts')
  UNION SELECT table_name, row_id, before ->> 'operation_id' FROM changes
  WHERE table_name = 'contact_links'
    AND CAST(before ->> 'from_contact_id' AS INTEGER) IN (SELECT id FROM of_record WHERE "table" = 'contacts')`
