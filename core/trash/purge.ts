import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Day } from '#contract/common.ts'
import type { TrashKey } from '#contract/trash.ts'
import { removeUnusedFiles } from '../attachments/unused-files.ts'
import { purgeFieldValues } from '../fields/purge-field-values.ts'
import type { Context } from '../lib/context.ts'
import { addDays } from '../lib/days.ts'
import { checkpoint } from '../db/checkpoint.ts'
import type { Db } from '../db/open.ts'
import type { TrashTable } from '../operations/keep-trash.ts'
import { writeForGood } from '../operations/write-for-good.ts'
import { type Forgotten, forgetRows } from './forget-rows.ts'
import { daysKept, tableOfEntity } from './trash-entities.ts'

/** So many customers with all they had are one transaction; a keystroke is answered between two. */
const purgedAtOnce = 50

interface Doomed {
  readonly changeId: number
  readonly table: TrashTable
  readonly id: number
}

/** Takes these, or everything, out of the trash for good. Not undoable, so not an operation. */
export async function purgeTrash(context: Context, keys: readonly TrashKey[] | null): Promise<{ purged: number }> {
  return { purged: await purge(context, keys === null ? await everything(context.db) : await chosen(context.db, keys)) }
}

/** Takes out for good what was deleted longer ago than it is kept, as far as it comes before the signal. */
export async function purgeOldTrash(context: Context, signal?: AbortSignal): Promise<void> {
  await purge(context, await overdue(context.db, context.clock.today()), signal)
}

async function purge(context: Context, doomed: readonly Doomed[], signal?: AbortSignal): Promise<number> {
  if (doomed.length === 0) return 0
  const files = new Set<string>()
  for (let at = 0; at < doomed.length; at += purgedAtOnce) {
    if (signal?.aborted) break
    const page = doomed.slice(at, at + purgedAtOnce)
    const { hashes } = await writeForGood(context, (db) => forget(context, db, page))
    for (const hash of hashes) files.add(hash)
    await setImmediate()
  }
  await removeUnusedFiles(context, files)
  checkpoint(context.database)
  context.changes.publish(null)
  return doomed.length
}

async function forget(context: Context, db: Db, doomed: readonly Doomed[]): Promise<Forgotten> {
  const forgotten = await forgetRows(context.database, db, await stillThere(db, doomed))
  for (const key of forgotten.fields) await purgeFieldValues(context.database, db, key)
  return forgotten
}

function allEntries(db: Db) {
  return db
    .selectFrom('trash')
    .select(['change_id as changeId', sql<TrashTable>`table_name`.as('table'), 'row_id as id'])
    .orderBy('change_id')
}

function everything(db: Db): Promise<Doomed[]> {
  return allEntries(db).execute()
}

function chosen(db: Db, keys: readonly TrashKey[]): Promise<Doomed[]> {
  const wanted = JSON.stringify(keys.map(({ entity, id }) => [tableOfEntity[entity], id]))
  return allEntries(db)
    .where(sql<boolean>`(table_name, row_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${wanted}))`)
    .execute()
}

/** Somebody may have brought it back since the purge began. */
async function stillThere(db: Db, doomed: readonly Doomed[]): Promise<Doomed[]> {
  const ids = JSON.stringify(doomed.map(({ changeId }) => changeId))
  return allEntries(db)
    .where(sql<boolean>`change_id IN (SELECT value FROM json_each(${ids}))`)
    .execute()
}

async function overdue(db: Db, today: Day): Promise<Doomed[]> {
  const end = (table: TrashTable) => Date.parse(`${addDays(today, 1 - daysKept(table))}T00:00`)
  const { rows } = await sql<Doomed>`
    SELECT change_id AS changeId, trash.table_name AS "table", trash.row_id AS id
    FROM trash JOIN changes ON changes.id = change_id JOIN operations ON operations.id = operation_id
    WHERE made_at < iif(trash.table_name = 'fields', ${end('fields')}, ${end('customers')})
    ORDER BY change_id`.execute(db)
  return rows
}
