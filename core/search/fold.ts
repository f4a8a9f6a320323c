import { Converter } from 'opencc-js/t2cn'

/**
 * Makes ways of writing the same thing equal: full and half width, capitals, accents, Traditional and Simplified,
 * spaces and punctuation. Letters and digits of every script stay.
 */
export function fold(text: string): string {
  let folded = ''
  for (const character of text) folded += foldedOf(character)
  return folded
}

/** Where a folded text stands. */
export interface FoundText {
  /** Half-open UTF-16 range in the text as it is shown. */
  readonly range: [number, number]
  readonly isStart: boolean
  readonly isWhole: boolean
}

/** Looks for a text that is folded already in one that is not. */
export function findFolded(text: string, wanted: string): FoundText | null {
  if (wanted === '') return null
  const folded = fold(text)
  const from = folded.indexOf(wanted)
  if (from < 0) return null
  return {
    range: rangeShown(text, from, from + wanted.length),
    isStart: from === 0,
    isWhole: folded.length === wanted.length,
  }
}

/** The characters of `text` that stand at these positions once it is folded. */
function rangeShown(text: string, from: number, to: number): [number, number] {
  let [shown, folded, start, end] = [0, 0, -1, 0]
  for (const character of text) {
    const length = foldedOf(character).length
    shown += character.length
    folded += length
    if (folded > from && start < 0) start = shown - character.length
    if (length > 0 && folded - length < to) end = shown
  }
  return [start, end]
}

// There are far fewer characters in use than texts, and converting one costs more than looking it up.
const known = new Map<string, string>()
let simplified: ((text: string) => string) | null = null

function foldedOf(character: string): string {
  const found = known.get(character)
  if (found !== undefined) return found
  const folded = computeFolded(character)
  known.set(character, folded)
  return folded
}

function computeFolded(character: string): string {
  const plain = character
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
  if (!/\p{Script=Han}/u.test(plain)) return plain
  // Made at the first Chinese character: its table takes 50 ms to unpack, which a start need not wait for.
  simplified ??= Converter({ from: 't', to: 'cn' })
  return simplified(plain)
}
