import { sql } from 'kysely'
import { refreshCompleteness } from '../completeness/refresh-completeness.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { failForDisk } from '../lib/disk-failure.ts'
import { refreshSearchIndex } from '../search/search-index.ts'

/** A transaction that is no operation: history does not tell of it and nothing undoes it. For purging, nothing else. */
export async function writeForGood<T>(context: Context, work: (db: Db) => Promise<T>): Promise<T> {
  const transaction = context.db.transaction().execute(async (db) => {
    const done = await work(db)
    await refreshCompleteness(db, context.database.tracking)
    await refreshSearchIndex(db)
    await db
      .updateTable('meta')
      .set({ commit_seq: sql`commit_seq + 1` })
      .execute()
    return done
  })
  return transaction.catch(failForDisk)
}
