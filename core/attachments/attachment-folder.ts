import { createHash } from 'node:crypto'
import { type FileHandle as OpenFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { attachmentLimit } from '#contract/attachments.ts'
import type { FileToken } from '#contract/files.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'

type Place = Pick<Context, 'dataFile'>

/** A copy on its way into the folder: whole and on the disk, but among the files in transit, which a start empties. */
export interface IncomingFile {
  readonly token: FileToken
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly head: Uint8Array
  readonly path: string
}

const chunkSize = 1024 * 1024
// The size of a picture stands behind what cameras and drawing programs write about it.
const headSize = 4 * chunkSize

/** Where the bytes lie. On the disk a file has no name but its checksum: the same bytes are there once. */
export function attachmentPath({ dataFile }: Place, sha256: string): string {
  return join(dirname(dataFile), 'attachments', sha256.slice(0, 2), sha256)
}

/** Copies a file in, whole or not at all; its checksum is taken on the way. */
export async function copyIn({ files }: Context, source: string, name: string): Promise<IncomingFile> {
  const from = await open(source, 'r').catch(() => refuse(name, 'unreadable'))
  const { token, path } = files.create(name)
  try {
    const { size, isFile } = await sizeOf(from)
    if (!isFile) refuse(name, 'unreadable')
    if (size > attachmentLimit) refuse(name, 'tooLarge')
    if (size === 0) refuse(name, 'empty')
    const to = await open(path, 'wx', 0o600)
    try {
      const copied = await copyAll(from, to, name)
      await to.sync()
      return { token, name, path, ...copied }
    } finally {
      await to.close()
    }
  } catch (error) {
    files.forget(token)
    throw error
  } finally {
    await from.close()
  }
}

/** Gives the copy its place. What lies there under the same checksum is the same, or has been damaged since. */
export async function putInPlace(context: Place, { path, sha256, size }: IncomingFile): Promise<void> {
  const target = attachmentPath(context, sha256)
  if (await isThere(context, { sha256, size })) return rm(path)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await rename(path, target)
  await syncFolder(dirname(target))
}

export async function isThere(context: Place, { sha256, size }: { sha256: string; size: number }): Promise<boolean> {
  const found = await stat(attachmentPath(context, sha256)).catch(() => null)
  return found !== null && found.isFile() && found.size === size
}

async function sizeOf(file: OpenFile): Promise<{ size: number; isFile: boolean }> {
  const found = await file.stat()
  return { size: found.size, isFile: found.isFile() }
}

/** The file may still grow while it is read: what counts is what was copied. */
async function copyAll(from: OpenFile, to: OpenFile, name: string) {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(chunkSize)
  const head: Buffer[] = []
  let size = 0
  for (;;) {
    const { bytesRead } = await from.read(buffer, 0, chunkSize, null).catch(() => refuse(name, 'unreadable'))
    if (bytesRead === 0) break
    const chunk = buffer.subarray(0, bytesRead)
    if (size < headSize) head.push(Buffer.from(chunk))
    size += bytesRead
    if (size > attachmentLimit) refuse(name, 'tooLarge')
    hash.update(chunk)
    await to.writeFile(chunk)
  }
  if (size === 0) refuse(name, 'empty')
  return { sha256: hash.digest('hex'), size, head: new Uint8Array(Buffer.concat(head)) }
}

/** A rename is on the disk when its folder is. Windows opens no folders and does it by itself. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  if (!folder) return
  await folder.sync().catch(() => undefined)
  await folder.close()
}

function refuse(name: string, reason: 'empty' | 'tooLarge' | 'unreadable'): never {
  fail('ATTACHMENT_REFUSED', { name, reason })
}
