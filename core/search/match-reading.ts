import { nameUnits } from './reading.ts'
import { isInitial } from './segments.ts'
import { plainSyllable, spellingsOf } from './syllables.ts'

type Range = [number, number]

export interface ReadingMatch {
  /** Index of the first syllable that took part. */
  readonly from: number
  /** How many letters of each syllable were typed. */
  readonly lengths: readonly number[]
  /** Whether every syllable was typed in full, but perhaps the last. */
  readonly inFull: boolean
}

/**
 * Finds letters in a reading as people type pinyin: in full, only initials, or mixed (`zhangwei`, `zw`, `zhangw`,
 * `zwei`), from any syllable on. The earliest place wins, and there the way that leaves out least.
 */
export function matchReading(syllables: readonly string[], letters: string): ReadingMatch | null {
  if (letters === '') return null
  for (let from = 0; from < syllables.length; from++) {
    const lengths = lengthsFrom(syllables, from, letters, new Set())
    if (lengths) return { from, lengths, inFull: isInFull(syllables, from, lengths) }
  }
  return null
}

/** The syllables of a stored reading, without tones. */
export function plainSyllables(reading: string): string[] {
  return reading
    .split(/\s+/)
    .map(plainSyllable)
    .filter((syllable) => syllable !== '')
}

/** Where a match stands in the reading as shown: fully typed syllables run together. */
export function readingMarks(reading: string, match: ReadingMatch): Range[] {
  const shown = [...reading.matchAll(/\S+/g)].filter((word) => plainSyllable(word[0]) !== '')
  const marks: Range[] = []
  let joins = false
  for (const [index, length] of match.lengths.entries()) {
    const word = shown[match.from + index]
    if (!word) break
    const end = word.index + Math.min(length, word[0].length)
    const last = marks.at(-1)
    if (joins && last) last[1] = end
    else marks.push([word.index, end])
    joins = length >= word[0].length
  }
  return marks
}

/** The characters of the name that were meant; none when a corrected reading no longer has a syllable for each. */
export function nameMarks(name: string, syllableCount: number, match: ReadingMatch): Range[] {
  const units = nameUnits(name)
  const [first, last] = [units[match.from], units[match.from + match.lengths.length - 1]]
  return units.length === syllableCount && first && last ? [[first.start, last.end]] : []
}

function lengthsFrom(
  syllables: readonly string[],
  index: number,
  letters: string,
  failed: Set<string>,
): number[] | null {
  if (letters === '') return []
  const syllable = syllables[index]
  if (syllable === undefined) return null
  // Backtracking meets the same rest again and again; what failed once fails always.
  const place = `${index}:${letters.length}`
  if (failed.has(place)) return null
  for (const spelling of spellingsOf(syllable)) {
    for (let length = sharedLength(spelling, letters); length > 0; length--) {
      if (!mayStand(spelling, length, letters)) continue
      const rest = lengthsFrom(syllables, index + 1, letters.slice(length), failed)
      if (rest) return [length === spelling.length ? syllable.length : Math.min(length, syllable.length), ...rest]
    }
  }
  failed.add(place)
  return null
}

/** The last part may break off anywhere, since one may still be typing; those before are whole or initials. */
function mayStand(spelling: string, length: number, letters: string): boolean {
  return length === letters.length || length === spelling.length || length === 1 || isInitial(spelling.slice(0, length))
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

function isInFull(syllables: readonly string[], from: number, lengths: readonly number[]): boolean {
  return lengths.every((length, index) => index === lengths.length - 1 || length === syllables[from + index]?.length)
}
