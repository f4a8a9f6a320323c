import type { MatchedBy, SearchHit } from '#contract/search.ts'
import { findFolded } from './fold.ts'
import { matchReading, nameMarks, plainSyllables, readingMarks } from './match-reading.ts'
import type { SearchQuery } from './search-probes.ts'
import type { SearchSource } from './search-source.ts'
import { shortestCode, shortestText } from './search-terms.ts'

/** How a record answers a query. */
export interface Verdict {
  /** Smaller is better: the kind of match first, then the whole before a beginning before a part. */
  readonly rank: number
  /** Worked out only for what is shown. */
  readonly show: () => MatchShown
}

/** By what it was found, and where to mark it. */
export type MatchShown = Pick<
  SearchHit,
  'matchedBy' | 'nameMarks' | 'reading' | 'readingMarks' | 'matched' | 'matchedMarks'
>

const order: readonly MatchedBy[] = [
  'name',
  'reading',
  'phone',
  'number',
  'wechat',
  'shortName',
  'address',
  'notes',
  'visit',
]

/** The best way in which a record answers a query, or null when it does not. */
export function judge(source: SearchSource, query: SearchQuery): Verdict | null {
  return (
    byName(source, query) ??
    byReading(source, query) ??
    byPhone(source, query) ??
    byText('number', source.number, query, shortestCode) ??
    byText('wechat', source.wechat, query, shortestCode) ??
    byText('shortName', source.shortName, query) ??
    byText('address', source.text, query, shortestText)
  )
}

function byName({ name }: SearchSource, { text }: SearchQuery): Verdict | null {
  const found = findFolded(name, text)
  return found && verdict('name', closeness(found.isWhole, found.isStart), () => ({ nameMarks: [found.range] }))
}

function byReading({ name, reading }: SearchSource, { letters }: SearchQuery): Verdict | null {
  if (letters === '') return null
  const syllables = plainSyllables(reading)
  const match = matchReading(syllables, letters)
  if (!match) return null
  const { from, lengths, inFull } = match
  const isComplete = inFull && lengths.at(-1) === syllables[from + lengths.length - 1]?.length
  const isInitials = lengths.every((length) => length === 1)
  const isWhole = lengths.length === syllables.length && (isComplete || isInitials)
  return verdict('reading', closeness(isWhole, from === 0) + (inFull ? 0 : 0.5), () => ({
    nameMarks: nameMarks(name, syllables.length, match),
    reading,
    readingMarks: readingMarks(reading, match),
  }))
}

function byPhone({ phones }: SearchSource, { digits }: SearchQuery): Verdict | null {
  if (digits === '') return null
  const [best] = phones
    .filter((phone) => phone.includes(digits))
    .map((phone) => ({ phone, close: closeness(phone === digits, phone.endsWith(digits)) }))
    .toSorted((a, b) => a.close - b.close)
  if (!best) return null
  const from = best.close === 1 ? best.phone.length - digits.length : best.phone.indexOf(digits)
  return verdict('phone', best.close, () => ({ matched: best.phone, matchedMarks: [[from, from + digits.length]] }))
}

function byText(matchedBy: MatchedBy, shown: string, { text }: SearchQuery, shortest = 1): Verdict | null {
  if (shown === '' || text.length < shortest) return null
  const found = findFolded(shown, text)
  return (
    found &&
    verdict(matchedBy, closeness(found.isWhole, found.isStart), () => ({ matched: shown, matchedMarks: [found.range] }))
  )
}

function closeness(isWhole: boolean, isStart: boolean): number {
  if (isWhole) return 0
  return isStart ? 1 : 2
}

function verdict(matchedBy: MatchedBy, close: number, marks: () => Partial<MatchShown>): Verdict {
  return { rank: order.indexOf(matchedBy) * 10 + close, show: () => ({ ...unmarked, ...marks(), matchedBy }) }
}

export const unmarked: MatchShown = {
  matchedBy: 'name',
  nameMarks: [],
  reading: '',
  readingMarks: [],
  matched: '',
  matchedMarks: [],
}
