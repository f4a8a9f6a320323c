import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { attachmentPath } from './attachment-folder.ts'

/**
 * Deletes the files with these checksums that no attachment has and none can get back: neither a row nor anything that
 * undo remembers names them. After the purge that forgot them, not within it: a purge that fails has deleted nothing.
 */
export async function removeUnusedFiles(context: Context, hashes: Iterable<string>): Promise<void> {
  // Inside a transaction, so that no file is put in place between the question and the deletion.
  await context.db.transaction().execute(async (db) => {
    for (const hash of new Set(hashes)) {
      if (!(await isNamed(db, hash))) await rm(attachmentPath(context, hash), { force: true })
    }
  })
}

async function isNamed(db: Db, hash: string): Promise<boolean> {
  const row = await db.selectFrom('attachments').select('id').where('sha256', '=', hash).limit(1).executeTakeFirst()
  if (row) return true
  const change = await db
    .selectFrom('changes')
    .select('id')
    .where('table_name', '=', sql.lit('attachments'))
    .where(sql`before ->> 'sha256'`, '=', hash)
    .limit(1)
    .executeTakeFirst()
  return change !== undefined
}
