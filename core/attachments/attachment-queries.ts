import { readFile } from 'node:fs/promises'
import type { Attachment } from '#contract/attachments.ts'
import type { AttachmentId, CustomerId } from '#contract/common.ts'
import type { FileHandle } from '#contract/files.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { attachmentPath, isThere } from './attachment-folder.ts'
import { isDrawable } from './drawable.ts'

/** Newest first. A file that is not where it was put, or not whole, is said to be missing. */
export async function attachmentsOf(context: Context, customerId: CustomerId): Promise<Attachment[]> {
  const rows = await context.db
    .selectFrom('attachments')
    .leftJoin('staff', 'staff.id', 'attachments.staff_id')
    .select([
      'attachments.id',
      'customer_id as customerId',
      'contact_id as contactId',
      'visit_id as visitId',
      'attachments.name',
      'media_type as mediaType',
      'size',
      'sha256',
      'width',
      'height',
      'note',
      'added_at as addedAt',
      'staff.name as staffName',
    ])
    .where('customer_id', '=', customerId)
    .orderBy('added_at', 'desc')
    .orderBy('attachments.id', 'desc')
    .execute()
  return Promise.all(
    rows.map(async ({ sha256, ...row }) => ({
      ...row,
      isPicture: isDrawable(row),
      isMissing: !(await isThere(context, { sha256, size: row.size })),
    })),
  )
}

/** The bytes of a picture that may be drawn. */
export async function pictureOf(context: Context, id: AttachmentId): Promise<File> {
  const { row, path } = await fileOf(context, id)
  if (!isDrawable({ ...row, mediaType: row.media_type })) fail('NOT_FOUND', { entity: 'file', id })
  const bytes = await readFile(path)
  return new File([bytes], row.name, { type: row.media_type })
}

/** The file under its own name, for the shell to open or save. */
export async function handleOf(context: Context, id: AttachmentId): Promise<FileHandle> {
  const { row, path } = await fileOf(context, id)
  return context.files.add(path, row.name)
}

async function fileOf(context: Context, id: AttachmentId) {
  const row = await context.db.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) fail('NOT_FOUND', { entity: 'attachment', id })
  if (!(await isThere(context, row))) fail('NOT_FOUND', { entity: 'file', id })
  return { row, path: attachmentPath(context, row.sha256) }
}
