import { Converter } from 'opencc-js/t2cn'

/** A text as search compares it, each character with the place it came from in the text as it is shown. */
export interface Folded {
  readonly characters: readonly string[]
  /** Half-open UTF-16 range per character. */
  readonly ranges: readonly (readonly [number, number])[]
}

/**
 * Makes ways of writing the same thing equal: full and half width, capitals, accents, Traditional and Simplified,
 * spaces and punctuation. Letters and digits of every script stay.
 */
export function fold(text: string): string {
  return foldedCharacters(text).join('')
}

export function foldedCharacters(text: string): string[] {
  const characters: string[] = []
  for (const character of text) characters.push(...foldedOf(character))
  return characters
}

export function foldWithRanges(text: string): Folded {
  const characters: string[] = []
  const ranges: (readonly [number, number])[] = []
  let start = 0
  for (const character of text) {
    const end = start + character.length
    for (const folded of foldedOf(character)) {
      characters.push(folded)
      ranges.push([start, end])
    }
    start = end
  }
  return { characters, ranges }
}

/** Where `wanted` stands in the text as shown, or null. */
export function findFolded(text: string, wanted: string): [number, number] | null {
  const { characters, ranges } = foldWithRanges(text)
  const query = [...wanted]
  for (let from = 0; from + query.length <= characters.length; from++) {
    if (!query.every((character, index) => characters[from + index] === character)) continue
    const [first, last] = [ranges[from], ranges[from + query.length - 1]]
    return first && last ? [first[0], last[1]] : null
  }
  return null
}

// There are far fewer characters in use than texts, and converting one costs more than looking it up.
const known = new Map<string, readonly string[]>()
let simplified: ((text: string) => string) | null = null

function foldedOf(character: string): readonly string[] {
  const found = known.get(character)
  if (found) return found
  const folded = computeFolded(character)
  known.set(character, folded)
  return folded
}

function computeFolded(character: string): readonly string[] {
  const plain = character
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
  if (!/\p{Script=Han}/u.test(plain)) return [...plain]
  // Made at the first Chinese character: its table takes 50 ms to unpack, which a start need not wait for.
  simplified ??= Converter({ from: 't', to: 'cn' })
  return [...simplified(plain)]
}
