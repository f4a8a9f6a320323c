import { sql } from 'kysely'
import { type Day, type Instant, LocalMinute, type OperationId } from '#contract/common.ts'
import type { TrashEntity, TrashEntry } from '#contract/trash.ts'
import { among, idList } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { localMinuteOf } from '../lib/clock.ts'
import { addDays } from '../lib/days.ts'
import { currentSettings } from '../lib/preferences.ts'
import type { TrashTable } from '../operations/keep-trash.ts'
import { daysKept, entityOf, tableOfEntity } from './trash-entities.ts'

interface TrashQuery {
  readonly text: string
  readonly entity: TrashEntity | null
  readonly offset: number
  readonly limit: number
}

/** Newest first. */
export async function trashPage(db: Db, query: TrashQuery): Promise<{ entries: TrashEntry[]; count: number }> {
  const matching = matchingEntries(db, query)
  const { count } = await matching
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const page = await matching
    .select('trash.change_id as id')
    .orderBy('trash.change_id', 'desc')
    .limit(query.limit)
    .offset(query.offset)
    .execute()
  return {
    entries: await entriesOf(
      db,
      page.map(({ id }) => id),
    ),
    count,
  }
}

/** By its own words or by whose it was, be that customer in the trash as well. */
function matchingEntries(db: Db, { text, entity }: TrashQuery) {
  const words = text.trim().toLowerCase()
  return db
    .selectFrom('trash')
    .$if(entity !== null, (query) => query.where('table_name', '=', tableOfEntity[entity ?? 'customer']))
    .$if(words !== '', (query) =>
      query.where(
        sql<boolean>`(instr(words, ${words}) > 0 OR customer_id IS NOT NULL AND instr(lower(coalesce(
          (SELECT name FROM customers WHERE customers.id = trash.customer_id),
          (SELECT owner.words FROM trash AS owner
           WHERE owner.table_name = 'customers' AND owner.row_id = trash.customer_id), '')), ${words}) > 0)`,
      ),
    )
}

interface EntryRow {
  readonly id: number
  readonly table: TrashTable
  readonly rowId: number
  readonly before: string
  readonly operationId: OperationId
  readonly removedAt: Instant
  readonly staffName: string | null
  readonly customerName: string | null
}

async function entriesOf(db: Db, changeIds: readonly number[]): Promise<TrashEntry[]> {
  const { language } = await currentSettings(db)
  const rows = await db
    .selectFrom('trash')
    .innerJoin('changes', 'changes.id', 'trash.change_id')
    .innerJoin('operations', 'operations.id', 'changes.operation_id')
    .leftJoin('staff', 'staff.id', 'operations.staff_id')
    .select([
      'trash.change_id as id',
      sql<TrashTable>`trash.table_name`.as('table'),
      'trash.row_id as rowId',
      sql<string>`changes.before`.as('before'),
      'operations.id as operationId',
      'operations.made_at as removedAt',
      'staff.name as staffName',
      sql<string | null>`coalesce(
        (SELECT name FROM customers WHERE customers.id = trash.customer_id),
        (SELECT last.before ->> 'name' FROM trash AS owner JOIN changes AS last ON last.id = owner.change_id
         WHERE owner.table_name = 'customers' AND owner.row_id = trash.customer_id))`.as('customerName'),
    ])
    .where('trash.change_id', 'in', among(changeIds))
    .orderBy('trash.change_id', 'desc')
    .execute()
  const customers = rows.filter(({ table }) => table === 'customers').map(({ rowId }) => rowId)
  const went = await wentWith(db, customers)
  return rows.map((row) => entryOf(row, language, went))
}

function entryOf(row: EntryRow, language: string, went: ReadonlyMap<string, number>): TrashEntry {
  const removedOn = localMinuteOf(row.removedAt).slice(0, 10) as Day
  return {
    entity: entityOf(row.table),
    id: row.rowId,
    operationId: row.operationId,
    ...contentOf(JSON.parse(row.before) as Record<string, unknown>, language),
    customerName: row.customerName ?? '',
    contacts: went.get(`contacts ${row.rowId}`) ?? 0,
    visits: went.get(`visits ${row.rowId}`) ?? 0,
    removedAt: row.removedAt,
    staffName: row.staffName,
    purgedOn: addDays(removedOn, daysKept(row.table)),
  }
}

function contentOf(row: Record<string, unknown>, language: string): { name: string; on: Day | null } {
  const text = (...columns: string[]) => columns.map((column) => String(row[column] ?? '')).find(Boolean) ?? ''
  const labels = language === 'en' ? ['label_en', 'label_zh'] : ['label_zh', 'label_en']
  const visitedAt = LocalMinute.safeParse(row['visited_at']).data
  return {
    name: text('name', ...labels, 'situation', 'result_note', 'title', 'content').slice(0, 200),
    on: (visitedAt?.slice(0, 10) ?? row['due_on'] ?? null) as Day | null,
  }
}

/** How many contacts and visits a deleted customer had when it went. */
async function wentWith(db: Db, customers: readonly number[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ of: string; count: number }>`
    SELECT part.table_name || ' ' || trash.row_id AS "of", count(DISTINCT part.row_id) AS count
    FROM trash
    CROSS JOIN changes AS last ON last.id = trash.change_id
    CROSS JOIN changes AS part ON CAST(part.before ->> 'customer_id' AS INTEGER) = trash.row_id
      AND part.before ->> 'customer_id' IS NOT NULL AND +part.operation_id = last.operation_id
    WHERE trash.table_name = 'customers' AND trash.row_id IN (${idList(customers)})
      AND +part.table_name IN ('contacts', 'visits')
    GROUP BY 1`.execute(db)
  return new Map(rows.map(({ of, count }) => [of, count]))
}
