import type { MissingFile } from '#contract/attachments.ts'
import type { Context } from '../lib/context.ts'
import { isThere } from './attachment-folder.ts'

const mostTold = 100
const lookedAtOnce = 100

interface AttachmentState {
  readonly count: number
  /** Bytes on the disk: the same file counts once. */
  readonly size: number
  readonly missing: MissingFile[]
  readonly missingCount: number
}

/** Looks for every file there should be. */
export async function attachmentState(context: Context): Promise<AttachmentState> {
  const rows = await context.db
    .selectFrom('attachments')
    .innerJoin('customers', 'customers.id', 'attachments.customer_id')
    .select([
      'attachments.id',
      'attachments.name',
      'customers.id as customerId',
      'customers.name as customerName',
      'sha256',
      'size',
    ])
    .orderBy('attachments.id', 'desc')
    .execute()
  const files = [...new Map(rows.map((row) => [row.sha256, row])).values()]
  const gone = new Set<string>()
  for (let start = 0; start < files.length; start += lookedAtOnce) {
    const looked = files.slice(start, start + lookedAtOnce).map(async (file) => {
      if (!(await isThere(context, file))) gone.add(file.sha256)
    })
    await Promise.all(looked)
  }
  const missing = rows.filter(({ sha256 }) => gone.has(sha256))
  return {
    count: rows.length,
    size: files.reduce((sum, file) => sum + (gone.has(file.sha256) ? 0 : file.size), 0),
    missing: missing.slice(0, mostTold).map(({ sha256: _sha256, size: _size, ...row }) => row),
    missingCount: missing.length,
  }
}
