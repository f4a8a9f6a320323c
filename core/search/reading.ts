import { pinyin } from 'pinyin-pro'
import type { CustomerKind } from '#contract/customers.ts'
import { fold } from './fold.ts'
import { ambiguousCompounds, inNames, moreSurnames } from './surnames.ts'

/** A part of a name that is read as one: a Chinese character, or a run of other letters and digits. */
export interface NameUnit {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * How a name is read: pinyin with tone marks, one syllable a character, parted by spaces; other words stay as they are.
 *
 * A person's name begins with a surname, and many surnames have a reading of their own (单 shàn, 仇 qiú, 尉迟 yùchí).
 * A company's does not (华联 is huá lián), unless it is named after its owner (曾记 zēng jì), and neither does a name
 * with a dot, which is not Chinese in origin (查干·巴特尔 is chá gān).
 */
export function readingOf(name: string, kind: CustomerKind): string {
  const runs = nameRuns(name)
  const isForeign = kind === 'person' && /[·•・‧∙]/.test(name)
  const hasSurname = !isForeign && (kind === 'person' || /^\p{Script=Han}{1,2}[记記氏嫂姐哥]/u.test(name))
  return runs
    .flatMap(({ text, isHan, start }) => {
      if (!isHan) return [text]
      const characters = [...text].map(simplifiedOf)
      const syllables = syllablesOf(characters, hasSurname && start === 0)
      return kind === 'person' ? asInNames(characters, syllables) : syllables
    })
    .join(' ')
}

/**
 * The reading with the surname as it is read in any other word, so that who does not know it finds 单 by `dan` too.
 * Empty where that is the same, or where somebody has corrected the reading.
 */
export function otherReadingOf(name: string, reading: string): string {
  const [first = '', second = ''] = [...name].slice(0, 2).map(simplifiedOf)
  const surname = ambiguousCompounds.has(first + second) ? [first, second] : [first]
  const readings = surnameReadings(surname.join(''))
  const syllables = reading.split(' ')
  if (!readings?.own.every((syllable, index) => syllable === syllables[index])) return ''
  return [...readings.other, ...syllables.slice(surname.length)].join(' ')
}

/** The parts of a name, one for each syllable of its reading. */
export function nameUnits(name: string): NameUnit[] {
  return nameRuns(name).flatMap(({ text, start, isHan }) => {
    if (!isHan) return [{ text, start, end: start + text.length }]
    let end = start
    return [...text].map((character) => ({ text: character, start: end, end: (end += character.length) }))
  })
}

function nameRuns(name: string): { text: string; start: number; isHan: boolean }[] {
  return [...name.matchAll(/(\p{Script=Han}+)|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv)].map((match) => ({
    text: match[0],
    start: match.index,
    isHan: match[1] !== undefined,
  }))
}

function syllablesOf(characters: readonly string[], hasSurname: boolean): string[] {
  const syllables = pinyin(characters.join(''), { type: 'array', surname: hasSurname ? 'head' : 'off' })
  if (!hasSurname) return syllables
  const known = moreSurnames.get(characters.slice(0, 2).join('')) ?? moreSurnames.get(characters[0] ?? '') ?? []
  return [...known, ...syllables.slice(known.length)]
}

function asInNames(characters: readonly string[], syllables: readonly string[]): string[] {
  return syllables.map((syllable, index) => (index > 0 && inNames.get(characters[index] ?? '')) || syllable)
}

interface SurnameReadings {
  readonly own: readonly string[]
  readonly other: readonly string[]
}

// There are a few hundred surnames, and an import asks for a hundred thousand names.
const knownSurnames = new Map<string, SurnameReadings | null>()

function surnameReadings(surname: string): SurnameReadings | null {
  const known = knownSurnames.get(surname)
  if (known !== undefined) return known
  const isChinese = /^\p{Script=Han}+$/u.test(surname)
  const own = isChinese ? syllablesOf([...surname], true) : []
  const other = isChinese ? syllablesOf([...surname], false) : []
  const differs = own.join(' ') !== other.join(' ')
  const readings = differs ? { own, other } : null
  knownSurnames.set(surname, readings)
  return readings
}

/** Of the readings only those of Simplified characters are all known. The surname 於 is not written 于. */
function simplifiedOf(character: string): string {
  if (character === '於') return character
  const folded = fold(character)
  return folded.length === character.length ? folded : character
}
