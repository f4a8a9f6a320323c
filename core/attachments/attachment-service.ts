import { v7 as uuid } from 'uuid'
import type { AttachmentId, ContactId, CustomerId, VisitId, Written } from '#contract/common.ts'
import type { FileToken } from '#contract/files.ts'
import { customerName } from '../customers/customer-queries.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { failForDisk } from '../lib/disk-failure.ts'
import { fail } from '../lib/fail.ts'
import { staffAtDesk } from '../lib/preferences.ts'
import { write, type Writing } from '../operations/write.ts'
import { copyIn, type IncomingFile, putInPlace } from './attachment-folder.ts'
import { fileFacts } from './file-facts.ts'
import { cleanFileName, renamed } from './file-name.ts'
import { removeUnusedFiles } from './unused-files.ts'

interface NewAttachments {
  readonly customerId: CustomerId
  readonly contactId: ContactId | null
  readonly visitId: VisitId | null
  readonly files: readonly FileToken[]
}

/** Keeps copies of the files with a customer: of all of them or of none. */
export async function addAttachments(
  context: Context,
  { files, ...owner }: NewAttachments,
): Promise<Written & { ids: AttachmentId[] }> {
  const name = await customerName(context.db, owner.customerId)
  const subject = { name, customerId: owner.customerId, count: files.length }
  const incoming: IncomingFile[] = []
  try {
    for (const token of files) {
      const source = context.files.pathOf(token)
      incoming.push(await copyIn(context, source, cleanFileName(context.files.nameOf(token))))
    }
    return await write(context, { kind: 'addAttachments', subject }, async (writing) => {
      await checkOwner(writing.db, owner)
      const ids: AttachmentId[] = []
      for (const file of incoming) {
        await putInPlace(context, file)
        ids.push(await insertAttachment(context, writing, owner, file))
      }
      return { ids }
    })
  } catch (error) {
    const hashes = incoming.map(({ sha256 }) => sha256)
    // A file left over does no harm; what went wrong first is what has to be told.
    await removeUnusedFiles(context, hashes).catch(() => undefined)
    return failForDisk(error)
  } finally {
    for (const token of [...files, ...incoming.map(({ token }) => token)]) context.files.forget(token)
  }
}

export async function editAttachment(
  context: Context,
  { id, name, note }: { readonly id: AttachmentId; readonly name: string; readonly note: string },
): Promise<Written> {
  const subject = await subjectOf(context.db, id)
  return write(context, { kind: 'editAttachment', subject }, async ({ db }) => {
    const values = { name: renamed(subject.name, name), note }
    await db.updateTable('attachments').set(values).where('id', '=', id).execute()
    return {}
  })
}

/** The file itself stays, for the undo; it goes with the trash. */
export async function removeAttachment(context: Context, id: AttachmentId): Promise<Written> {
  const subject = await subjectOf(context.db, id)
  return write(context, { kind: 'removeAttachment', subject }, async ({ db }) => {
    await db.deleteFrom('attachments').where('id', '=', id).execute()
    return {}
  })
}

async function insertAttachment(
  context: Context,
  { db, operationId }: Writing,
  { customerId, contactId, visitId }: Omit<NewAttachments, 'files'>,
  { name, size, sha256, head }: IncomingFile,
): Promise<AttachmentId> {
  const { mediaType, width, height } = fileFacts(name, head)
  const { id } = await db
    .insertInto('attachments')
    .values({
      uid: uuid(),
      operation_id: operationId,
      customer_id: customerId,
      contact_id: contactId,
      visit_id: visitId,
      name,
      media_type: mediaType,
      size,
      sha256,
      width,
      height,
      note: '',
      added_at: context.clock.now(),
      staff_id: await staffAtDesk(db),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The contact or the visit a file belongs to is one of the same customer. */
async function checkOwner(db: Db, { customerId, contactId, visitId }: Omit<NewAttachments, 'files'>): Promise<void> {
  await customerName(db, customerId)
  const owners = [
    { table: 'contacts', entity: 'contact', id: contactId },
    { table: 'visits', entity: 'visit', id: visitId },
  ] as const
  for (const { table, entity, id } of owners) {
    if (id === null) continue
    const row = await db.selectFrom(table).select('customer_id').where('id', '=', id).executeTakeFirst()
    if (row?.customer_id !== customerId) fail('NOT_FOUND', { entity, id })
  }
}

async function subjectOf(db: Db, id: AttachmentId): Promise<{ name: string; customerId: CustomerId }> {
  const row = await db
    .selectFrom('attachments')
    .select(['name', 'customer_id as customerId'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? fail('NOT_FOUND', { entity: 'attachment', id })
}
