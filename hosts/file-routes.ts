import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { attachmentLimit } from '#contract/attachments.ts'
import { FileToken } from '#contract/files.ts'
import type { FileRegistry } from '#core/lib/file-registry.ts'
import { answerJson, bodyRefusal, readJson, refuse } from './http.ts'

const ticketLifetime = 60_000

/** Files on their way in and out of a browser, which can send no token with a download it is to save. */
export function createFileRoutes(files: FileRegistry, now: () => number) {
  const tickets = new Map<string, { readonly token: FileToken; readonly expiresAt: number }>()

  return {
    /** Takes a file in and answers with its handle. */
    async upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const status = bodyRefusal(request, 'application/octet-stream', attachmentLimit)
      if (status !== undefined) return refuse(response, status)

      const { token, path, finish } = files.create(nameOf(request))
      try {
        await pipeline(request, createWriteStream(path, { mode: 0o600 }))
      } catch (error) {
        files.forget(token)
        throw error
      }
      answerJson(response, finish())
    },

    /** Trades a file token for an address that a plain link can fetch once, within a minute. */
    async link(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const status = bodyRefusal(request, 'application/json')
      if (status !== undefined) return refuse(response, status)

      const { data: token } = FileToken.safeParse((await readJson(request))['token'])
      if (!token || !isKnown(files, token)) return refuse(response, 404)
      const ticket = randomBytes(32).toString('base64url')
      tickets.set(ticket, { token, expiresAt: now() + ticketLifetime })
      answerJson(response, { path: `/download/${ticket}` })
    },

    async download(path: string, response: ServerResponse): Promise<void> {
      const ticket = basename(path)
      const held = tickets.get(ticket)
      tickets.delete(ticket)
      if (!held || held.expiresAt < now() || !isKnown(files, held.token)) return refuse(response, 404)

      const { name, size } = files.handleOf(held.token)
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeHeaderText(name)}`,
      })
      await pipeline(createReadStream(files.pathOf(held.token)), response)
    },
  }
}

/** As RFC 5987 has it: these four are told apart by the header itself. */
function encodeHeaderText(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}

function isKnown(files: FileRegistry, token: FileToken): boolean {
  try {
    files.handleOf(token)
    return true
  } catch {
    return false
  }
}

function nameOf({ headers }: IncomingMessage): string {
  try {
    const name = decodeURIComponent(String(headers['x-file-name'] ?? ''))
    return basename(name.replaceAll('\\', '/')).slice(0, 255) || 'file'
  } catch {
    return 'file'
  }
}
