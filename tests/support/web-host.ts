import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCore } from '#core/core.ts'
import { startWebServer } from '../../hosts/web-server.ts'

const page = new Map<string, string | Uint8Array<ArrayBuffer>>([
  [
    '/index.html',
    '<!doctype html><title>熟客</title><style nonce="{{nonce}}">p{}</style><script type="module" src="/assets/page.js"></script>',
  ],
  ['/assets/page.js', Buffer.from('document.title = "page ran"; (0, eval)("document.title = 1")')],
])

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** The browser host on a real core with data of its own, and a way to say exactly what goes over the wire. */
export async function openWebHost({ now = Date.now }: { now?: () => number } = {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'shuke-host-'))
  const core = await openCore({ dataFolder, version: '0.0.0' })
  const server = await startWebServer({ core, page, port: 0, now })
  const { host, port } = new URL(server.address)
  const launchCode = () => new URL(server.launchAddress()).hash.slice('#c='.length)

  function send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Buffer,
  ): Promise<Answer> {
    return new Promise((settle, refuse) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers: { host, ...headers } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          settle({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      })
      sent.on('error', refuse)
      sent.end(body)
    })
  }

  function postJson(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const text = JSON.stringify(body)
    const length = String(Buffer.byteLength(text))
    return send('POST', path, { 'content-type': 'application/json', 'content-length': length, ...headers }, text)
  }

  async function signIn(): Promise<{ authorization: string }> {
    const { body } = await postJson('/session', { code: launchCode() })
    return { authorization: `Bearer ${JSON.parse(body).token}` }
  }

  return {
    core,
    server,
    host,
    port: Number(port),
    launchCode,
    send,
    postJson,
    signIn,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await core[Symbol.asyncDispose]()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
