import { refuse } from './refusal.ts'

/** In the order they are offered to a person whose file was guessed wrongly. */
export const encodings = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'shift_jis',
  'euc-kr',
] as const
export type Encoding = (typeof encodings)[number]

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** False when another encoding reads the bytes nearly as well: show the preview and ask. */
  readonly sure: boolean
}

/** Reads bytes as text. A forced encoding is obeyed; bytes it cannot read become U+FFFD. */
export function decodeText(bytes: Uint8Array, forced?: Encoding): Decoded {
  if (forced) return { text: new TextDecoder(forced).decode(bytes), encoding: forced, sure: true }
  const { encoding, sure } = detectEncoding(bytes)
  return { text: new TextDecoder(encoding).decode(bytes), encoding, sure }
}

export function detectEncoding(bytes: Uint8Array): { encoding: Encoding; sure: boolean } {
  const marked = byteOrderMark(bytes)
  if (marked) return { encoding: marked, sure: true }

  const wide = sixteenBit(bytes)
  if (wide) return { encoding: wide, sure: true }
  if (bytes.includes(0)) refuse('notASpreadsheet', 'NUL bytes')

  if (reads('utf-8', bytes)) return { encoding: 'utf-8', sure: true }
  return byPlausibility(bytes)
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark: delimiters, digits and line ends are a NUL and an ASCII byte, always the same way round. */
function sixteenBit(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 256 * 1024)
  if (sample.length < 4) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue
    if (at % 2) odd++
    else even++
  }
  const nul = even + odd
  if (nul < 2 || nul / sample.length < 0.01) return undefined
  if (odd / nul > 0.95) return 'utf-16le'
  if (even / nul > 0.95) return 'utf-16be'
  return undefined
}

function reads(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * Old one- and two-byte encodings accept each other's bytes, so the question is not "can it be read" but
 * "is what comes out what people write": the common characters of each standard sit in its first rows.
 */
function byPlausibility(bytes: Uint8Array): { encoding: Encoding; sure: boolean } {
  const torn = mostlyUtf8(bytes)
  if (torn) return { encoding: 'utf-8', sure: false }

  const candidates = [
    // Chinese users first: on equal evidence GB18030 wins.
    { encoding: 'gb18030' as const, score: commonPairs(bytes, gbCommon) + 0.05 },
    { encoding: 'big5' as const, score: commonPairs(bytes, big5Common) },
    { encoding: 'shift_jis' as const, score: commonPairs(bytes, kana) },
    { encoding: 'windows-1252' as const, score: loneLetters(bytes) },
  ].toSorted((a, b) => b.score - a.score)
  const readable = candidates.filter(({ encoding }) => reads(encoding, bytes))
  const [best, second] = readable
  if (!best || best.score < 0.3) return { encoding: reads('gb18030', bytes) ? 'gb18030' : 'windows-1252', sure: false }
  return { encoding: best.encoding, sure: best.score > 0.8 && best.score - (second?.score ?? 0) > 0.15 }
}

/** UTF-8 with a torn end or a few foreign bytes is still UTF-8. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let whole = 0
  for (const char of text) {
    if (char === '\uFFFD') broken++
    else if (char > '\u007F') whole++
  }
  return whole > 8 && broken / whole < 0.05
}

/** The share of two-byte characters, walked as the standard walks them, that are among its common ones. */
function commonPairs(bytes: Uint8Array, isCommon: (lead: number, trail: number) => boolean): number {
  let pairs = 0
  let common = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x81) continue
    pairs++
    if (isCommon(lead, bytes[at + 1] ?? 0)) common++
    at++
  }
  return pairs === 0 ? 0 : common / pairs
}

/** GB 2312: rows 1–3 are punctuation and full-width forms, rows 16–55 the 3,755 common characters. */
function gbCommon(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))
}

/** Big5: A1–A3 punctuation, A4–C6 the 5,401 common characters. */
function big5Common(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1)
}

function kana(lead: number, trail: number): boolean {
  return (lead === 0x82 && trail >= 0x9f) || (lead === 0x83 && trail >= 0x40 && trail <= 0x96)
}

/** Latin-1: accented letters stand alone or in twos beside ASCII letters. */
function loneLetters(bytes: Uint8Array): number {
  let high = 0
  let lone = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    high++
    const before = bytes[at - 1] ?? 0
    const after = bytes[at + 1] ?? 0
    const isLetter = byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7
    if (isLetter && before < 0x80 && after < 0x80 && (isAsciiLetter(before) || isAsciiLetter(after))) lone++
  }
  return high === 0 ? 0 : lone / high
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}
