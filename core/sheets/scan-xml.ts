import { limits } from './limits.ts'
import { refuse } from './refusal.ts'

export interface XmlHandler {
  /** `attributes` is the raw text of the tag; read it with `attribute`, so that tags nobody asks about cost nothing. */
  readonly open: (name: string, attributes: string) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

export interface XmlScanner {
  readonly write: (chunk: string) => void
  readonly end: () => void
}

/**
 * A scanner for the XML that spreadsheets are made of. Names come without their namespace prefix, entities decoded.
 *
 * A DOCTYPE is refused: no spreadsheet program writes one, and every XML bomb needs one.
 */
export function scanXml(handler: XmlHandler): XmlScanner {
  let rest = ''
  let depth = 0
  let elements = 0

  function write(chunk: string): void {
    const text = rest === '' ? chunk : rest + chunk
    let at = 0
    for (;;) {
      const less = text.indexOf('<', at)
      if (less === -1) break
      const special = text.charCodeAt(less + 1)
      if (special === 33 /* ! */) {
        const end = declaration(text, less)
        if (end === -1) break
        if (less > at) handler.text(decodeEntities(text.slice(at, less)))
        if (text.startsWith('<![CDATA[', less)) handler.text(text.slice(less + 9, end - 3))
        at = end
        continue
      }
      const greater = text.indexOf('>', less + 1)
      if (greater === -1) break
      if (less > at && depth > 0) handler.text(decodeEntities(text.slice(at, less)))
      at = greater + 1
      if (special !== 63 /* ? */) tag(text.slice(less + 1, greater))
    }
    rest = at === 0 ? text : text.slice(at)
    if (rest.length > limits.tokenChars) refuse('corrupted', 'endless XML token')
  }

  function tag(inside: string): void {
    if (inside.charCodeAt(0) === 47 /* / */) {
      if (--depth < 0) refuse('corrupted', 'unbalanced XML')
      handler.close(localName(inside.slice(1).trimEnd()))
      return
    }
    const isEmpty = inside.charCodeAt(inside.length - 1) === 47
    const space = firstSpace(inside)
    const name = localName(space === -1 ? (isEmpty ? inside.slice(0, -1) : inside) : inside.slice(0, space))
    elements++
    handler.open(name, space === -1 ? '' : inside.slice(space))
    if (isEmpty) handler.close(name)
    else if (++depth > 256) refuse('corrupted', 'XML nested too deeply')
  }

  function end(): void {
    if (depth !== 0 || elements === 0 || rest.trim() !== '') refuse('corrupted', 'XML breaks off')
  }

  return { write, end }
}

/** Past the end of a comment or CDATA section; -1 while it is not all here. */
function declaration(text: string, less: number): number {
  if (text.startsWith('<!--', less)) {
    const end = text.indexOf('-->', less + 4)
    return end === -1 ? -1 : end + 3
  }
  if (text.startsWith('<![CDATA[', less)) {
    const end = text.indexOf(']]>', less + 9)
    return end === -1 ? -1 : end + 3
  }
  // Too little to tell yet: `<!-`, `<![CD` at the end of a chunk.
  if (text.length - less < 9 && ('<!--'.startsWith(text.slice(less)) || '<![CDATA['.startsWith(text.slice(less)))) {
    return -1
  }
  return refuse('corrupted', 'XML declares its own entities')
}

function firstSpace(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 10 || code === 9 || code === 13) return at
  }
  return -1
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** The value of an attribute by its name, any namespace prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  let from = 0
  for (;;) {
    const at = attributes.indexOf(name, from)
    if (at === -1) return undefined
    from = at + name.length
    const before = attributes.charCodeAt(at - 1)
    if (before !== 32 && before !== 58 && before !== 10 && before !== 9 && before !== 13) continue
    let quote = from
    if (attributes.charCodeAt(from) !== 61 || attributes.charCodeAt(from + 1) !== 34) {
      const match = afterName.exec(attributes.slice(from, from + 8))
      if (!match) continue
      quote += match[0].length - 2
    }
    const end = attributes.indexOf(attributes.charAt(quote + 1), quote + 2)
    return end === -1 ? undefined : decodeEntities(attributes.slice(quote + 2, end))
  }
}

const afterName = /^\s*=\s*(["'])/

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]{1,8}|#\d{1,9}|[a-z]{2,6});/gi, (whole, entity: string) => {
    if (entity[0] !== '#') return named[entity] ?? whole
    const code = entity[1] === 'x' || entity[1] === 'X' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
  })
}
