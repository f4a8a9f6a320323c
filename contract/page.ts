/** Stands in the built page where every answer puts a nonce of its own. */
export const noncePlaceholder = '{{nonce}}'

/**
 * Said with every answer, by both hosts. Scripts come from the app's own files alone; the style elements that the
 * grid and the UI kit add at run time carry the nonce of the page.
 */
export function pageHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}

/** The built page by path, `/index.html` among them. Texts are those that carry the nonce. */
export type PageFiles = ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>

export interface PageAnswer {
  readonly status: 200 | 404
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array<ArrayBuffer>
}

/** Answers out of memory: a path is looked up among those read at start, never on the disk. */
export function pageAnswer(files: PageFiles, path: string, nonce: string): PageAnswer {
  const name = path === '/' ? '/index.html' : path
  const file = files.get(name)
  if (file === undefined) return { status: 404, headers: pageHeaders(nonce), body: '' }
  return {
    status: 200,
    headers: { ...pageHeaders(nonce), 'content-type': contentTypeOf(name) },
    body: typeof file === 'string' ? file.replaceAll(noncePlaceholder, nonce) : file,
  }
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
}

function contentTypeOf(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}
