import type { IncomingHttpHeaders } from 'node:http'

interface RequestHead {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

/**
 * The status to refuse a request with before anything looks at it, or nothing where it may go on.
 *
 * Any page in the owner's browser can aim a request at a loopback port; `Host`, `Origin` and `Sec-Fetch-Site` are
 * set by the browser itself and give the stranger away.
 */
export function refusal({ method, url, headers }: RequestHead, here: string): number | undefined {
  if (headers.host !== here) return 421
  if (headers.origin !== undefined && headers.origin !== `http://${here}`) return 403
  if (!isFromHere(headers) && !isOpeningThePage({ method, url, headers })) return 403
  if (method !== 'GET' && method !== 'POST') return 405
  if (!url.startsWith('/') || /%2e|%2f|%5c|%00|\\|\.\.|\/\//i.test(pathOf(url))) return 400
  return undefined
}

export function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

function isFromHere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/**
 * The launch file and a link in the owner's mail are "cross-site" too. The empty page in a tab of its own gives
 * nothing away and can do nothing: it holds no data until a launch code is traded in.
 */
function isOpeningThePage({ method, url, headers }: RequestHead): boolean {
  return (
    method === 'GET' &&
    url === '/' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  )
}
