import { fold } from './fold.ts'
import { plainSyllables } from './match-reading.ts'
import type { SearchSource } from './search-source.ts'
import { isSyllable } from './syllables.ts'
import { textTerms } from './text-terms.ts'

/**
 * What a term of the index says, by its first letter. Short pieces (one or two characters, one or two syllables, four
 * digits) are shared by many records, so the index stays small; a longer query asks for several of them at once.
 */
export const termKinds = {
  name: { whole: 'a', start: 'b', inside: 'c' },
  reading: { whole: 'd', initials: 'e' },
  initials: { start: 'f', inside: 'g' },
  syllable: { start: 'h', inside: 'i' },
  syllables: { start: 'j', inside: 'k' },
  shortName: 'l',
  phone: { end: 'm', inside: 'n' },
  number: 'o',
  wechat: 'p',
  address: 'q',
  notes: 'r',
} as const

/** What stands behind is not found by. */
const longestText = 80
/** A shorter part of a number, a WeChat name or an address is in too many records to mean anything. */
export const shortestCode = 3
export const shortestAddress = 2

/**
 * The terms of one record, parted by spaces.
 *
 * The index forgets a record by being told the same terms again. Whoever changes them must empty and fill it in a
 * migration.
 */
export function termsOf(source: SearchSource): string {
  const { name, reading, otherReading, shortName, phones, number, wechat, addresses, notes } = source
  const short = folded(shortName)
  return [
    ...nameTerms(folded(name)),
    ...readingTerms(plainSyllables(reading).slice(0, longestText)),
    ...readingTerms(plainSyllables(otherReading).slice(0, longestText)),
    ...grams(termKinds.shortName, short, 1),
    ...grams(termKinds.shortName, short, 2),
    ...phones.flatMap(phoneTerms),
    ...codeTerms(termKinds.number, number),
    ...codeTerms(termKinds.wechat, wechat),
    ...addresses.flatMap((address) => grams(termKinds.address, folded(address), shortestAddress)),
    ...notes.flatMap(([, text]) => textTerms(termKinds.notes, text)),
  ].join(' ')
}

function folded(text: string): string[] {
  return [...fold(text)].slice(0, longestText)
}

/** All runs of `length` characters, each behind the letter of its kind. */
export function grams(kind: string, characters: readonly string[], length: number): string[] {
  const terms: string[] = []
  for (let from = 0; from + length <= characters.length; from++) {
    let term = kind
    for (let index = from; index < from + length; index++) term += characters[index]
    terms.push(term)
  }
  return terms
}

function nameTerms(characters: readonly string[]): string[] {
  if (characters.length === 0) return []
  const { whole, start, inside } = termKinds.name
  const rest = characters.slice(1)
  return [
    whole + characters.join(''),
    start + characters[0],
    ...(rest.length > 0 ? [start + characters.slice(0, 2).join('')] : []),
    ...grams(inside, rest, 1),
    ...grams(inside, rest, 2),
  ]
}

function readingTerms(syllables: readonly string[]): string[] {
  if (syllables.length === 0) return []
  const terms = [
    termKinds.reading.whole + syllables.join(''),
    termKinds.reading.initials + syllables.map((syllable) => syllable[0]).join(''),
  ]
  for (const [index, syllable] of syllables.entries()) {
    const place = index === 0 ? 'start' : 'inside'
    const next = syllables[index + 1]
    terms.push(termKinds.initials[place] + syllable[0])
    if (isSyllable(syllable)) terms.push(termKinds.syllable[place] + syllable)
    if (next === undefined) continue
    terms.push(termKinds.initials[place] + syllable[0] + next[0])
    if (isSyllable(syllable) && isSyllable(next)) terms.push(termKinds.syllables[place] + syllable + next)
  }
  return terms
}

/** A code that is shorter than a piece is found whole. */
function codeTerms(kind: string, code: string): string[] {
  const characters = folded(code)
  return characters.length === 0 ? [] : grams(kind, characters, Math.min(shortestCode, characters.length))
}

/** The last three and four digits are terms of their own, so that a tail is found before a part. */
function phoneTerms(digits: string): string[] {
  const { end, inside } = termKinds.phone
  return [end + digits.slice(-3), end + digits.slice(-4), ...grams(inside, [...digits], 4)]
}
