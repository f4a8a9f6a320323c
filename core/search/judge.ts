import type { MatchedBy } from '#contract/search.ts'
import { findFolded, fold } from './fold.ts'
import { matchReading, nameMarks, plainSyllables, readingMarks } from './match-reading.ts'
import type { SearchQuery } from './search-probes.ts'
import type { SearchSource } from './search-source.ts'

type Range = [number, number]

/** How a record answers a query: by what, how well, and where to mark it. */
export interface Verdict {
  readonly matchedBy: MatchedBy
  /** Smaller is better: the kind of match first, then the whole before a beginning before a part. */
  readonly rank: number
  readonly nameMarks: Range[]
  readonly reading: string
  readonly readingMarks: Range[]
  readonly matched: string
  readonly matchedMarks: Range[]
}

const order: readonly MatchedBy[] = ['name', 'shortName', 'reading', 'phone', 'number', 'wechat', 'text']

/** The best way in which a record answers a query, or null when it does not. */
export function judge(source: SearchSource, query: SearchQuery): Verdict | null {
  return (
    byName(source, query) ??
    byText('shortName', source.shortName, query) ??
    byReading(source, query) ??
    byPhone(source, query) ??
    byText('number', source.number, query) ??
    byText('wechat', source.wechat, query) ??
    byText('text', source.text, query)
  )
}

function byName({ name }: SearchSource, { text }: SearchQuery): Verdict | null {
  const marks = findFolded(name, text)
  if (!marks) return null
  const folded = fold(name)
  return verdict('name', closeness(folded === text, folded.startsWith(text)), { nameMarks: [marks] })
}

function byReading({ name, reading }: SearchSource, { letters }: SearchQuery): Verdict | null {
  if (letters === '') return null
  const syllables = plainSyllables(reading)
  const match = matchReading(syllables, letters)
  if (!match) return null
  const isWhole = match.from === 0 && match.lengths.length === syllables.length
  const isTyped = match.inFull && match.lengths.at(-1) === syllables[match.from + match.lengths.length - 1]?.length
  const isInitials = match.lengths.every((length) => length === 1)
  const close = closeness(isWhole && (isTyped || isInitials), match.from === 0)
  return verdict('reading', close + (match.inFull ? 0 : 0.5), {
    nameMarks: nameMarks(name, syllables.length, match),
    reading,
    readingMarks: readingMarks(reading, match),
  })
}

function byPhone({ phones }: SearchSource, { digits }: SearchQuery): Verdict | null {
  if (digits === '') return null
  const [best] = phones
    .filter((phone) => phone.includes(digits))
    .map((phone) => ({ phone, close: closeness(phone === digits, phone.endsWith(digits)) }))
    .toSorted((a, b) => a.close - b.close)
  if (!best) return null
  const from = best.close === 1 ? best.phone.length - digits.length : best.phone.indexOf(digits)
  return verdict('phone', best.close, { matched: best.phone, matchedMarks: [[from, from + digits.length]] })
}

function byText(matchedBy: MatchedBy, shown: string, { text }: SearchQuery): Verdict | null {
  const marks = findFolded(shown, text)
  if (!marks) return null
  const folded = fold(shown)
  return verdict(matchedBy, closeness(folded === text, folded.startsWith(text)), {
    matched: shown,
    matchedMarks: [marks],
  })
}

function closeness(isWhole: boolean, isStart: boolean): number {
  if (isWhole) return 0
  return isStart ? 1 : 2
}

function verdict(matchedBy: MatchedBy, close: number, shown: Partial<Verdict>): Verdict {
  return {
    nameMarks: [],
    reading: '',
    readingMarks: [],
    matched: '',
    matchedMarks: [],
    ...shown,
    matchedBy,
    rank: order.indexOf(matchedBy) * 10 + close,
  }
}
