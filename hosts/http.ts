import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'

const bodyLimit = 1024 * 1024

/** The status to refuse a body with. A length told beforehand is one that Node itself holds the sender to. */
export function bodyRefusal({ headers }: IncomingMessage, type: string, limit = bodyLimit): number | undefined {
  if (headers['content-type'] !== type) return 415
  if (headers['content-length'] === undefined) return 411
  if (Number(headers['content-length']) > limit) return 413
  return undefined
}

/** The body as an object, or an empty one where it is anything else. */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body: unknown = await json(request).catch(() => undefined)
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  response.end(JSON.stringify({ status }))
}

export function answerJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
