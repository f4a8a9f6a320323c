import { phoneDigits } from '#contract/phones.ts'
import type { MatchedBy } from '#contract/search.ts'
import { foldedCharacters } from './fold.ts'
import { grams, shortestCode, termKinds } from './search-terms.ts'
import { isInitial, segmentsOf } from './segments.ts'
import { syllablesFrom, syllablesSpelled } from './syllables.ts'

/** One question to the index. Its answers still have to be checked: terms say what a record holds, not in which order. */
export interface Probe {
  readonly matchedBy: MatchedBy
  readonly expression: string
}

/** What was typed, in the forms in which it is compared. */
export interface SearchQuery {
  /** Folded; empty when there is nothing to look for. */
  readonly text: string
  /** The query as pinyin, or empty. */
  readonly letters: string
  /** The query as a part of a phone, or empty. */
  readonly digits: string
}

const longestQuery = 60
const shortestPhonePart = 3
/** Looking up one alternative costs as much as ten answers; above this it is cheaper to check the answers. */
const mostAlternatives = 8
/** So many pieces of a long text narrow it down; that all of it is there is checked afterwards. */
const mostPieces = 3

export function searchQueryOf(typed: string): SearchQuery {
  // Somebody may paste a whole page; nothing to be found is that long.
  const start = typed.trim().slice(0, 200)
  const text = foldedCharacters(start).slice(0, longestQuery).join('')
  return {
    text,
    letters: /^[a-z]{1,30}$/.test(text) ? text : '',
    digits: digitsOf(start),
  }
}

/** The questions to ask, the best answers first: name, short name, reading, phone, number, WeChat, other text. */
export function probesOf({ text, letters, digits }: SearchQuery): Probe[] {
  if (text === '') return []
  const characters = [...text]
  const { name } = termKinds
  const probes: (Probe | null)[] = [
    probe('name', quoted(name.whole + text)),
    probe('name', conditions([quoted(name.start + characters.slice(0, 2).join('')), all(grams(name.inside, characters.slice(1), 2))])),
    probe('name', all(grams(name.inside, characters, Math.min(2, characters.length)))),
    probe('shortName', all(grams(termKinds.shortName, characters, Math.min(2, characters.length)))),
  ]
  if (letters !== '') {
    probes.push(
      probe('reading', quoted(termKinds.reading.whole + letters)),
      probe('reading', quoted(termKinds.reading.initials + letters)),
      ...segmentsOf(letters).flatMap((parts) => [
        probe('reading', reading(parts, 'start')),
        probe('reading', reading(parts, 'inside')),
      ]),
    )
  }
  if (digits !== '') probes.push(probe('phone', phoneEnd(digits)), probe('phone', phonePart(digits)))
  if (characters.length >= shortestCode) {
    probes.push(probe('number', all(grams(termKinds.number, characters, shortestCode))))
    probes.push(probe('wechat', all(grams(termKinds.wechat, characters, shortestCode))))
  }
  if (characters.length >= 2) probes.push(probe('text', all(grams(termKinds.text, characters, 2))))
  return probes.filter((each) => each !== null)
}

function digitsOf(typed: string): string {
  const plain = typed.normalize('NFKC')
  if (!/^[+\d\s().\-/·]+$/.test(plain)) return ''
  const digits = phoneDigits(plain.replace(/^\s*(?:\+|00)86/, ''))
  return digits.length >= shortestPhonePart ? digits : ''
}

function phoneEnd(digits: string): string | null {
  return digits.length <= 4 ? quoted(termKinds.phone.end + digits) : null
}

function phonePart(digits: string): string {
  const { inside } = termKinds.phone
  if (digits.length > 3) return all(grams(inside, [...digits], 4)) ?? ''
  // Three digits stand at the end, which was asked before, or begin four.
  return any([...'0123456789'].map((digit) => inside + digits + digit))
}

/**
 * Pinyin that is read in one way, found from the first syllable of the name on (`start`) or from a later one.
 *
 * Two whole syllables in a row are one term. Around an initial, both initials and each whole syllable are asked for.
 */
function reading(parts: readonly string[], place: 'start' | 'inside'): string | null {
  const [only = '', second] = parts
  if (second === undefined) return oneSyllable(only, place)
  const pairs = parts.slice(0, -1).map((part, index) => [part, parts[index + 1] ?? ''] as const)
  return conditions(
    pairs.map(([one, two], index) =>
      twoSyllables(one, two, index === 0 ? place : 'inside', index + 2 === parts.length),
    ),
  )
}

function oneSyllable(letters: string, place: 'start' | 'inside'): string {
  const syllables = syllablesFrom(letters)
  return letters.length === 1 || syllables.length > mostAlternatives
    ? quoted(termKinds.initials[place] + letters[0])
    : any(syllables.map((syllable) => termKinds.syllable[place] + syllable))
}

function twoSyllables(first: string, second: string, place: 'start' | 'inside', isLast: boolean): string | null {
  const firsts = syllablesSpelled(first)
  const seconds = isInitial(second) ? [] : isLast ? syllablesFrom(second) : syllablesSpelled(second)
  const both = firsts.flatMap((one) => seconds.map((two) => termKinds.syllables[place] + one + two))
  if (both.length > 0 && both.length <= mostAlternatives) return any(both)
  return conditions([
    quoted(termKinds.initials[place] + first[0] + second[0]),
    firsts.length === 0 ? null : any(firsts.map((syllable) => termKinds.syllable[place] + syllable)),
    seconds.length === 0 || seconds.length > mostAlternatives
      ? null
      : any(seconds.map((syllable) => termKinds.syllable.inside + syllable)),
  ])
}

function probe(matchedBy: MatchedBy, expression: string | null): Probe | null {
  return expression === null || expression === '' ? null : { matchedBy, expression }
}

function all(terms: readonly string[]): string | null {
  const step = (terms.length - 1) / (mostPieces - 1)
  const pieces = terms.length <= mostPieces ? terms : [0, 1, 2].map((index) => terms[Math.round(index * step)] ?? '')
  return conditions(pieces.map(quoted))
}

function any(terms: readonly string[]): string {
  return terms.map(quoted).join(' OR ')
}

function conditions(expressions: readonly (string | null)[]): string | null {
  const needed = expressions.filter((expression) => expression !== null)
  return needed.length === 0 ? null : needed.map((expression) => `(${expression})`).join(' AND ')
}

function quoted(term: string): string {
  return `"${term}"`
}
