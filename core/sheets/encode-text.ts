export type OutputEncoding = 'utf-8' | 'gb18030'

/** Text as bytes, a piece at a time. UTF-8 begins with a mark, without which Excel takes it for the local encoding. */
export function createEncoder(encoding: OutputEncoding): (text: string) => Uint8Array {
  if (encoding === 'gb18030') return encodeGb18030
  const utf8 = new TextEncoder()
  let isFirst = true
  return (text) => {
    const bytes = utf8.encode(isFirst ? `\uFEFF${text}` : text)
    isFirst = false
    return bytes
  }
}

let table: ReadonlyMap<string, readonly number[]> | undefined

function encodeGb18030(text: string): Uint8Array {
  table ??= reverseTable()
  const bytes: number[] = []
  for (const char of text.toWellFormed()) {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else bytes.push(...(code > 0xffff ? fourBytes(code - 0x10000 + SUPPLEMENTARY) : (table.get(char) ?? [0x3f])))
  }
  return Uint8Array.from(bytes)
}

/** Where the characters beyond the BMP begin among the four-byte codes, which run on from there without a gap. */
const SUPPLEMENTARY = 189_000

function fourBytes(index: number): number[] {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ]
}

/** Node can only decode GB18030, so the way back is learnt by decoding every code there is. */
function reverseTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const reversed = new Map<string, readonly number[]>()
  const learn = (bytes: number[]) => {
    const char = decoder.decode(Uint8Array.from(bytes))
    if ([...char].length === 1 && char !== '\uFFFD' && !reversed.has(char)) reversed.set(char, bytes)
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) learn([lead, trail])
  }
  for (let index = 0; index < 39_420; index++) learn(fourBytes(index))
  return reversed
}
