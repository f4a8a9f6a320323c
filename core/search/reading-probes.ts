import type { Probe } from './search-probes.ts'
import { termKinds } from './search-terms.ts'
import { isInitial, segmentsOf } from './segments.ts'
import { syllablesFrom, syllablesSpelled } from './syllables.ts'
import { allOf, anyOf, quoted } from './term-expressions.ts'

type Place = 'start' | 'inside'
type Question = Pick<Probe, 'expression' | 'isExact'>

/** Looking up one alternative costs as much as ten answers; above this it is cheaper to check the answers. */
const mostAlternatives = 8

/** Whole readings first, then each way the letters can be pinyin: from the first syllable, then from a later one. */
export function readingProbes(letters: string): Probe[] {
  const { whole, initials } = termKinds.reading
  const ways = segmentsOf(letters)
  return [
    { expression: quoted(whole + letters), isExact: true },
    { expression: quoted(initials + letters), isExact: true },
    ...ways.flatMap((parts) => [inOneWay(parts, 'start'), inOneWay(parts, 'inside')]),
  ].map((question) => ({ matchedBy: 'reading', ...question }))
}

/** Two whole syllables in a row are one term. Around an initial, both initials and each whole syllable are asked for. */
function inOneWay(parts: readonly string[], place: Place): Question {
  const [only = '', ...rest] = parts
  if (rest.length === 0) return oneSyllable(only, place)
  const pairs = rest.map((part, index) =>
    twoSyllables(parts[index] ?? '', part, index === 0 ? place : 'inside', index + 1 === rest.length),
  )
  const [single] = pairs
  return pairs.length === 1 && single
    ? single
    : { expression: allOf(pairs.map(({ expression }) => expression)), isExact: false }
}

function oneSyllable(letters: string, place: Place): Question {
  const syllables = syllablesFrom(letters)
  if (letters.length === 1 || syllables.length > mostAlternatives) {
    return { expression: quoted(termKinds.initials[place] + letters[0]), isExact: letters.length === 1 }
  }
  return { expression: anySyllable(syllables, place), isExact: true }
}

function twoSyllables(first: string, second: string, place: Place, isLast: boolean): Question {
  const firsts = syllablesMeant(first, false)
  const seconds = syllablesMeant(second, isLast)
  const both = firsts.flatMap((one) => seconds.map((two) => quoted(termKinds.syllables[place] + one + two)))
  if (both.length > 0 && both.length <= mostAlternatives) return { expression: anyOf(both), isExact: false }
  const asked = [quoted(termKinds.initials[place] + first[0] + second[0])]
  if (firsts.length > 0) asked.push(anySyllable(firsts, place))
  if (seconds.length > 0 && seconds.length <= mostAlternatives) asked.push(anySyllable(seconds, 'inside'))
  return { expression: allOf(asked), isExact: first.length === 1 && second.length === 1 }
}

/** None when it is an initial: a, e and o too may stand for ang, en and ou. */
function syllablesMeant(letters: string, mayGoOn: boolean): readonly string[] {
  if (letters.length === 1 || isInitial(letters)) return []
  return mayGoOn ? syllablesFrom(letters) : syllablesSpelled(letters)
}

function anySyllable(syllables: readonly string[], place: Place): string {
  return anyOf(syllables.map((syllable) => quoted(termKinds.syllable[place] + syllable)))
}
