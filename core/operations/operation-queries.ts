import type { OperationId } from '#contract/common.ts'
import { type KeptRecord, type Operation, OperationSubject } from '#contract/operations.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import type { TrackedTable } from '../db/tracking.ts'
import type { KeptRow } from '../db/undo-steps.ts'

/** Newest first. */
export async function operationsBefore(db: Db, before: OperationId | null, limit: number): Promise<Operation[]> {
  const rows = await selectOperations(db)
    .$if(before !== null, (query) => query.where('operations.id', '<', before))
    .orderBy('operations.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(withSubject)
}

export async function operationById(db: Db, id: number): Promise<Operation | undefined> {
  const row = await selectOperations(db)
    .where('operations.id', '=', id as OperationId)
    .executeTakeFirst()
  return row && withSubject(row)
}

/** Newest first. */
export async function operationsById(db: Db, ids: readonly number[]): Promise<Operation[]> {
  const rows = await selectOperations(db)
    .where('operations.id', 'in', among<OperationId>(ids))
    .orderBy('operations.id', 'desc')
    .execute()
  return rows.map(withSubject)
}

export function keptRecords(db: Db, rows: readonly KeptRow[]): Promise<KeptRecord[]> {
  return Promise.all(
    rows.map(async ({ table, id, columns, changedBy }) => ({
      entity: entities[table] ?? 'other',
      id,
      name: await nameOf(db, table, id),
      fields: columns.map((column) => column.replace(/^field_values\./, '')),
      changedBy: changedBy === null ? null : ((await operationById(db, changedBy)) ?? null),
    })),
  )
}

const entities: Partial<Record<TrackedTable, KeptRecord['entity']>> = {
  staff: 'staff',
  fields: 'field',
  customers: 'customer',
  contacts: 'contact',
  phones: 'phone',
  visits: 'visit',
  follow_ups: 'followUp',
}

function selectOperations(db: Db) {
  return db
    .selectFrom('operations')
    .leftJoin('staff', 'staff.id', 'operations.staff_id')
    .select([
      'operations.id',
      'operations.kind',
      'operations.subject',
      'operations.made_at as madeAt',
      'operations.undone_by as undoneBy',
      'operations.undoes',
      'staff.name as staffName',
    ])
}

function withSubject<T extends { subject: string }>(row: T) {
  return { ...row, subject: OperationSubject.parse(JSON.parse(row.subject)) }
}

/** The customer's name or the record's own; as it was last, when the record is gone. */
export async function nameOf(db: Db, table: TrackedTable, id: number): Promise<string> {
  const row = (await rowAsItIs(db, table, id)) ?? (await rowAsItWas(db, table, id))
  if (!row) return ''
  if (typeof row['name'] === 'string') return row['name']
  if (typeof row['customer_id'] === 'number') return nameOf(db, 'customers', row['customer_id'])
  return String(row['label_zh'] ?? row['number'] ?? '')
}

async function rowAsItIs(db: Db, table: TrackedTable, id: number): Promise<Record<string, unknown> | undefined> {
  return db
    .selectFrom(table)
    .selectAll()
    .where('id', '=', id as never)
    .executeTakeFirst()
}

async function rowAsItWas(db: Db, table: TrackedTable, id: number): Promise<Record<string, unknown> | undefined> {
  const change = await db
    .selectFrom('changes')
    .select('before')
    .where('table_name', '=', table)
    .where('row_id', '=', id)
    .where('before', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return change?.before ? (JSON.parse(change.before) as Record<string, unknown>) : undefined
}
