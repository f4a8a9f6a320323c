import { sql } from 'kysely'
import type { OperationId, Written } from '#contract/common.ts'
import type { OperationKind, OperationSubject } from '#contract/operations.ts'
import { refreshCompleteness } from '../completeness/refresh-completeness.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { failForDisk } from '../lib/disk-failure.ts'
import { staffAtDesk } from '../lib/preferences.ts'
import { refreshSearchIndex } from '../search/search-index.ts'
import { keepTrash } from './keep-trash.ts'

export interface OperationPlan {
  readonly kind: OperationKind
  readonly subject?: OperationSubject
  /** For an undo: what it takes back. */
  readonly undoes?: OperationId
}

/** The open transaction of an operation, and its id for the rows it makes. */
export interface Writing {
  readonly db: Db
  readonly operationId: OperationId
  /** Says afterwards what the operation was about, when only the work itself shows it. */
  describe(subject: OperationSubject): Promise<void>
}

/**
 * The one way to change the file: everything `work` does is one operation, whole or not at all.
 *
 * It can be undone as one, and history says who did it. Resolves after the commit is on the disk.
 */
export async function write<T extends object>(
  context: Context,
  plan: OperationPlan,
  work: (writing: Writing) => Promise<T>,
): Promise<T & Written> {
  const { tracking } = context.database
  const transaction = context.db.transaction().execute(async (db) => {
    const { id: operationId } = await db
      .insertInto('operations')
      .values({
        kind: plan.kind,
        subject: JSON.stringify(plan.subject ?? {}),
        staff_id: await staffAtDesk(db),
        made_at: context.clock.now(),
        undoes: plan.undoes ?? null,
        undone_by: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()

    tracking.operationId = operationId
    try {
      const done = await work({ db, operationId, describe: (subject) => describe(db, operationId, subject) })
      await keepTrash(db, operationId, plan.kind)
      await refreshCompleteness(db, tracking)
      await refreshSearchIndex(db)
      await db
        .updateTable('meta')
        .set({ commit_seq: sql`commit_seq + 1` })
        .execute()
      return { ...done, operationId }
    } finally {
      tracking.operationId = null
    }
  })
  const result = await transaction.catch(failForDisk)
  context.changes.publish(result.operationId)
  return result
}

async function describe(db: Db, id: OperationId, subject: OperationSubject): Promise<void> {
  await db
    .updateTable('operations')
    .set({ subject: JSON.stringify(subject) })
    .where('id', '=', id)
    .execute()
}
