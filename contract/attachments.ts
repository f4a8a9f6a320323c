import { z } from 'zod'
import { AttachmentId, ContactId, CustomerId, Instant, line, VisitId, Written } from './common.ts'
import { procedure } from './errors.ts'
import { FileHandle, FileToken } from './files.ts'

/** The largest file that can be kept with a card, in bytes. */
export const attachmentLimit = 200 * 1024 * 1024

/** A file kept with a customer. Its bytes lie beside the data file, under the name of their own checksum. */
export const Attachment = z.object({
  id: AttachmentId,
  customerId: CustomerId,
  contactId: ContactId.nullable(),
  visitId: VisitId.nullable(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Of a picture, in pixels. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** A picture the page may draw: of a kind browsers know and not of a size that would choke one. */
  isPicture: z.boolean(),
  /** The file is not where it was put. */
  isMissing: z.boolean(),
  note: z.string(),
  addedAt: Instant,
  staffName: z.string().nullable(),
})
export type Attachment = z.infer<typeof Attachment>

/** A file that is not where it was put, and whose it is. */
export const MissingFile = z.object({
  id: AttachmentId,
  name: z.string(),
  customerId: CustomerId,
  customerName: z.string(),
})
export type MissingFile = z.infer<typeof MissingFile>

export const attachments = {
  /** Newest first. */
  ofCustomer: procedure.input(z.object({ customerId: CustomerId })).output(z.array(Attachment)),
  /** How many there are, their bytes together, and those whose files are missing: the first hundred of so many. */
  state: procedure.output(
    z.object({ count: z.int(), size: z.int(), missing: z.array(MissingFile), missingCount: z.int() }),
  ),
  /** Copies the files into the data folder: all of them or none. */
  add: procedure
    .input(
      z.object({
        customerId: CustomerId,
        contactId: ContactId.nullable(),
        visitId: VisitId.nullable(),
        files: z.array(FileToken).min(1).max(100),
      }),
    )
    .output(Written.extend({ ids: z.array(AttachmentId) })),
  edit: procedure.input(z.object({ id: AttachmentId, name: line(255).min(1), note: line(1000) })).output(Written),
  remove: procedure.input(z.object({ id: AttachmentId })).output(Written),
  /** The bytes of a picture, to be drawn. */
  picture: procedure.input(z.object({ id: AttachmentId })).output(z.file()),
  /** A copy to be opened or saved. */
  file: procedure.input(z.object({ id: AttachmentId })).output(FileHandle),
}
