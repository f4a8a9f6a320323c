import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { pageAnswer, type PageFiles, pageHeaders } from '#contract/page.ts'
import { isOwnPage, pageScheme } from './page-origin.ts'

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export function servePage(session: Session, folder: string): void {
  const files = readPageFiles(folder)
  session.protocol.handle(pageScheme, (request) => answerPage(files, request))
}

/** A path is looked up as it stands among the files read at start; nothing is decoded, joined or read later. */
export function answerPage(files: PageFiles, { url, method }: Pick<Request, 'url' | 'method'>): Response {
  const nonce = randomBytes(16).toString('base64')
  if (!isOwnPage(url) || method !== 'GET') return new Response(null, { status: 404, headers: pageHeaders(nonce) })
  const { status, headers, body } = pageAnswer(files, new URL(url).pathname, nonce)
  return new Response(body, { status, headers })
}

// The same few lines as in hosts/: plain directory reads, which Electron answers from inside the archive too.
function readPageFiles(folder: string): PageFiles {
  return new Map(namesIn(folder).map((name) => [`/${name}`, read(join(folder, name))]))
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? namesIn(join(folder, entry.name)).map((name) => `${entry.name}/${name}`) : [entry.name],
  )
}

function read(file: string): string | Uint8Array<ArrayBuffer> {
  return file.endsWith('.html') ? readFileSync(file, 'utf8') : readFileSync(file)
}
