import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { Instant, OperationId } from '#contract/common.ts'
import { ColumnPlan } from '#contract/imports.ts'
import type { Db } from '../db/open.ts'
import { putSetting, setting } from '../lib/preferences.ts'
import { foldHeader } from './known-headers.ts'

const Mapping = z.array(ColumnPlan)
const ImportedFiles = z.array(z.object({ hash: z.string(), at: Instant, operationId: OperationId }))

const FILES_REMEMBERED = 200

/** How the columns of these headers were matched the last time. */
export async function rememberedColumns(db: Db, headers: readonly string[]): Promise<ColumnPlan[] | null> {
  return setting(db, keyOf(headers), Mapping.nullable(), null)
}

export async function rememberColumns(
  db: Db,
  headers: readonly string[],
  columns: readonly ColumnPlan[],
): Promise<void> {
  await putSetting(db, keyOf(headers), columns)
}

function keyOf(headers: readonly string[]): string {
  const names = headers.map(foldHeader).join('\n')
  return `importColumns:${createHash('sha256').update(names).digest('hex').slice(0, 32)}`
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** When a file of the same bytes was imported; null when never, or when that was undone. */
export async function importedBefore(db: Db, hash: string) {
  const files = await setting(db, 'importedFiles', ImportedFiles, [])
  for (const { at, operationId } of files.filter((file) => file.hash === hash).toReversed()) {
    const operation = await db
      .selectFrom('operations')
      .select('undone_by')
      .where('id', '=', operationId)
      .executeTakeFirst()
    if (operation?.undone_by === null) return { at, operationId }
  }
  return null
}

export async function rememberFile(db: Db, hash: string, at: Instant, operationId: OperationId): Promise<void> {
  const files = await setting(db, 'importedFiles', ImportedFiles, [])
  await putSetting(db, 'importedFiles', [...files, { hash, at, operationId }].slice(-FILES_REMEMBERED))
}
