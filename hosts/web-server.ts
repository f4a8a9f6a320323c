import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { dirname } from 'node:path'
import { RPCHandler } from '@orpc/server/node'
import { pageAnswer, pageHeaders, type PageFiles } from '#contract/page.ts'
import type { Core } from '#core/core.ts'
import { router } from '#core/router.ts'
import { faultLog } from './fault-log.ts'
import { createFileRoutes } from './file-routes.ts'
import { answerJson, bodyRefusal, readJson, refuse } from './http.ts'
import { pathOf, refusal } from './request-guard.ts'
import { createSession } from './session.ts'

const idleLimit = 8 * 60 * 60 * 1000

interface WebServerOptions {
  readonly core: Core
  readonly page: PageFiles
  /** 0 takes any free port. */
  readonly port: number
  readonly now?: () => number
}

export interface WebServer extends AsyncDisposable {
  readonly address: string
  /** Opens the app once, within a minute. Not for a command line: other users of the machine can read those. */
  launchAddress(): string
  stop(): void
  /** Settles when the server has stopped, with the reason where it stopped by itself. */
  readonly stopped: Promise<'attack' | 'idle' | 'closed'>
}

/** Serves the core and the built page to the browsers of this machine's user, and to nobody else. */
export async function startWebServer({ core, page, port, now = Date.now }: WebServerOptions): Promise<WebServer> {
  const session = createSession(now)
  const rpc = new RPCHandler(router, { clientInterceptors: [faultLog(dirname(core.context.dataFile))] })
  const files = createFileRoutes(core.context.files, now)
  const stopped = Promise.withResolvers<'attack' | 'idle' | 'closed'>()
  let here = ''
  let lastUsedAt = now()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    const nonce = randomBytes(16).toString('base64')
    for (const [name, value] of Object.entries(pageHeaders(nonce))) response.setHeader(name, value)

    const status = refusal({ method, url, headers }, here)
    if (status !== undefined) return refuse(response, status)
    const path = pathOf(url)

    if (method === 'GET') {
      if (path.startsWith('/download/')) return files.download(path, response)
      const found = pageAnswer(page, path, nonce)
      response.writeHead(found.status, found.headers).end(found.body)
      return
    }

    if (path === '/session') return trade(request, response)
    if (!session.knows(headers.authorization)) return refuse(response, 401)
    if (path === '/session/code') return answerJson(response, { code: session.newCode() })
    if (path === '/upload') return files.upload(request, response)
    if (path === '/download') return files.link(request, response)

    const bodyStatus = bodyRefusal(request, 'application/json')
    if (bodyStatus !== undefined) return refuse(response, bodyStatus)
    const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: core.context })
    if (!matched) refuse(response, 404)
  }

  async function trade(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = bodyRefusal(request, 'application/json')
    if (status !== undefined) return refuse(response, status)
    const { code } = await readJson(request)
    const token = typeof code === 'string' ? session.tokenFor(code) : undefined
    if (token === undefined) return refuse(response, 401)
    answerJson(response, { token })
  }

  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 30_000 })
  server.maxConnections = 64
  server.on('connection', (socket) => {
    if (socket.remoteAddress !== '127.0.0.1') socket.destroy()
  })
  server.on('request', (request, response) => {
    lastUsedAt = now()
    answer(request, response)
      .catch(() => (response.headersSent ? response.destroy() : refuse(response, 500)))
      .finally(() => {
        if (session.isUnderAttack()) stop('attack')
      })
  })
  server.on('upgrade', (_request, socket) => socket.destroy())

  const idleTimer = setInterval(() => {
    if (now() - lastUsedAt > idleLimit) stop('idle')
  }, 60_000).unref()

  function stop(reason: 'attack' | 'idle' | 'closed'): void {
    clearInterval(idleTimer)
    server.close(() => stopped.resolve(reason))
    server.closeAllConnections()
  }

  server.listen({ host: '127.0.0.1', port, exclusive: true })
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port')
  here = `127.0.0.1:${bound.port}`

  return {
    address: `http://${here}/`,
    launchAddress: () => `http://${here}/#c=${session.newCode()}`,
    stop: () => stop('closed'),
    stopped: stopped.promise,
    async [Symbol.asyncDispose]() {
      stop('closed')
      await stopped.promise
    },
  }
}
