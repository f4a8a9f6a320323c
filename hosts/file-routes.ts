import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FileToken } from '#contract/files.ts'
import type { FileStore } from '#core/files/file-store.ts'
import { answerJson, bodyRefusal, readJson, refuse } from './http.ts'

const uploadLimit = 100 * 1024 * 1024
const ticketLifetime = 60_000

/** Files on their way in and out of a browser, which can send no token with a download it is to save. */
export function createFileRoutes(files: FileStore, now: () => number) {
  const tickets = new Map<string, { readonly token: FileToken; readonly expiresAt: number }>()

  return {
    /** Takes a file in and answers with its handle. */
    async upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const status = bodyRefusal(request, 'application/octet-stream', uploadLimit)
      if (status !== undefined) return refuse(response, status)

      const folder = await mkdtemp(join(tmpdir(), 'shuke-upload-'))
      const path = join(folder, 'file')
      try {
        await pipeline(request, createWriteStream(path, { mode: 0o600 }))
        answerJson(response, files.offer(path, nameOf(request)))
      } catch (error) {
        await rm(folder, { recursive: true, force: true })
        throw error
      }
    },

    /** Trades a file token for an address that a plain link can fetch once, within a minute. */
    async link(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const status = bodyRefusal(request, 'application/json')
      if (status !== undefined) return refuse(response, status)

      const { success, data: token } = FileToken.safeParse((await readJson(request))['token'])
      if (!success || !files.find(token)) return refuse(response, 404)
      const ticket = randomBytes(32).toString('base64url')
      tickets.set(ticket, { token, expiresAt: now() + ticketLifetime })
      answerJson(response, { path: `/download/${ticket}` })
    },

    async download(path: string, response: ServerResponse): Promise<void> {
      const ticket = basename(path)
      const held = tickets.get(ticket)
      tickets.delete(ticket)
      const file = held && held.expiresAt >= now() ? files.find(held.token) : undefined
      if (!file) return refuse(response, 404)

      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': file.size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      })
      await pipeline(createReadStream(file.path), response)
    },
  }
}

function nameOf({ headers }: IncomingMessage): string {
  try {
    return (
      basename(decodeURIComponent(String(headers['x-file-name'] ?? '')).replaceAll('\\', '/')).slice(0, 255) || 'file'
    )
  } catch {
    return 'file'
  }
}
