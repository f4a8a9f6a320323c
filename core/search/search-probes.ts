import { phoneDigits } from '#contract/phones.ts'
import type { MatchedBy } from '#contract/search.ts'
import { fold } from './fold.ts'
import { readingProbes } from './reading-probes.ts'
import { grams, shortestAddress, shortestCode, termKinds } from './search-terms.ts'
import { allOf, anyOf, quoted } from './term-expressions.ts'
import { spread, textQuestion } from './text-terms.ts'
import { textUnits } from './text-units.ts'

/** One question to the index. */
export interface Probe {
  readonly matchedBy: MatchedBy
  readonly expression: string
  /** Else answers have to be checked: terms say what a record holds, not in which order. */
  readonly isExact: boolean
}

/** What was typed, in the forms in which it is compared. */
export interface SearchQuery {
  /** Folded; empty when there is nothing to look for. */
  readonly text: string
  /** The query as pinyin, or empty. */
  readonly letters: string
  /** The query as a part of a phone, or empty. */
  readonly digits: string
  /** The characters and words to look for in running text; empty when they are too few. */
  readonly units: readonly string[]
}

const longestQuery = 60
const shortestPhonePart = 3
/** So many pieces of a long text narrow it down; that all of it is there is checked afterwards. */
const mostPieces = 3

export function searchQueryOf(typed: string): SearchQuery {
  // Somebody may paste a whole page; nothing to be found is that long.
  const start = typed.trim().slice(0, 200)
  const text = [...fold(start)].slice(0, longestQuery).join('')
  const units = textUnits(start)
    .slice(0, longestQuery)
    .map(({ folded }) => folded)
  return {
    text,
    letters: /^[a-z]{1,30}$/.test(text) ? text : '',
    digits: digitsOf(start),
    units: textQuestion('', units) === null ? [] : units,
  }
}

/** The questions to ask, the best answers first. */
export function probesOf({ text, letters, digits, units }: SearchQuery): Probe[] {
  if (text === '') return []
  const characters = [...text]
  const pair = Math.min(2, characters.length)
  const { name, shortName, number, wechat, address, notes } = termKinds
  const codeLength = Math.min(shortestCode, characters.length)
  const inNotes = textQuestion(notes, units)
  return [
    { matchedBy: 'name', expression: quoted(name.whole + text), isExact: true },
    ...pieces('name', characters, pair, name.start, name.inside),
    ...pieces('name', characters, pair, name.inside),
    ...(letters === '' ? [] : readingProbes(letters)),
    ...(digits === '' ? [] : phoneProbes(digits)),
    ...pieces('number', characters, codeLength, number),
    ...pieces('wechat', characters, codeLength, wechat),
    ...pieces('shortName', characters, pair, shortName),
    ...pieces('address', characters, shortestAddress, address),
    // Not every field with a text is shown, so the answers are always looked at.
    ...(inNotes === null ? [] : [{ matchedBy: 'notes' as const, expression: inNotes.expression, isExact: false }]),
  ]
}

/** Asks for a few of the pieces that the text consists of; for none when it is shorter than one. */
function pieces(
  matchedBy: MatchedBy,
  characters: readonly string[],
  length: number,
  firstKind: string,
  kind = firstKind,
): Probe[] {
  const terms = grams(kind, characters, length)
  const [first] = grams(firstKind, characters.slice(0, length), length)
  if (first === undefined) return []
  terms[0] = first
  const asked = spread(terms, mostPieces).map(quoted)
  return [{ matchedBy, expression: allOf(asked), isExact: terms.length === 1 }]
}

function phoneProbes(digits: string): Probe[] {
  const { end, inside } = termKinds.phone
  const atEnd: Probe = { matchedBy: 'phone', expression: quoted(end + digits), isExact: true }
  // Three digits stand at the end or begin four.
  if (digits.length === 3) {
    const longer = [...'0123456789'].map((digit) => quoted(inside + digits + digit))
    return [atEnd, { matchedBy: 'phone', expression: anyOf(longer), isExact: true }]
  }
  return [...(digits.length === 4 ? [atEnd] : []), ...pieces('phone', [...digits], 4, inside)]
}

function digitsOf(typed: string): string {
  const plain = typed.normalize('NFKC')
  if (!/^[+\d\s().\-/·]+$/.test(plain)) return ''
  const digits = phoneDigits(plain.replace(/^\s*(?:\+|00)86/, ''))
  return digits.length >= shortestPhonePart ? digits : ''
}
