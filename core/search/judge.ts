import type { MatchedBy, SearchHit } from '#contract/search.ts'
import type { EntryText } from './entry-texts.ts'
import { excerptOf } from './excerpt.ts'
import { findFolded, fold } from './fold.ts'
import { matchReading, nameMarks, plainSyllables, readingMarks } from './match-reading.ts'
import type { SearchQuery } from './search-probes.ts'
import type { SearchSource } from './search-source.ts'
import { shortestAddress, shortestCode } from './search-terms.ts'
import { findUnits } from './text-units.ts'

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
  'matchedBy' | 'nameMarks' | 'reading' | 'readingMarks' | 'matched' | 'matchedMarks' | 'matchedField' | 'matchedOn'
>

/** Whether the texts of a customer's field are searched: those of a field one does not see are not. */
export type IsSearched = (field: string) => boolean

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
export function judge(source: SearchSource, query: SearchQuery, isSearched: IsSearched): Verdict | null {
  return (
    byName(source, query) ??
    byReading(source, query) ??
    byOtherReading(source, query) ??
    byPhone(source, query) ??
    byCode('number', source.number, query) ??
    byCode('wechat', source.wechat, query) ??
    byText('shortName', source.shortName, query) ??
    byAddress(source, query) ??
    byNotes(source, query, isSearched)
  )
}

/** How the text of a visit or a follow-up answers several queries at once. */
export function judgeEntry({ text, day }: EntryText, queries: readonly SearchQuery[]): Verdict | null {
  const ranges: [number, number][] = []
  for (const { units } of queries) {
    const range = findUnits(text, units)
    if (range === null) return null
    ranges.push(range)
  }
  return verdict('visit', 0, () => ({ ...excerpted(text, ranges), matchedOn: day }))
}

/** As good as the worst of them, and hardly less good than if all had been typed as one. */
export function together(verdicts: readonly Verdict[]): Verdict {
  const ordered = verdicts.toSorted((a, b) => b.rank - a.rank)
  const show = () => {
    const all = ordered.map((verdict) => verdict.show())
    const marks = (of: 'nameMarks' | 'readingMarks') => all.flatMap((shown) => shown[of]).toSorted(([a], [b]) => a - b)
    return {
      ...(all[0] ?? unmarked),
      nameMarks: marks('nameMarks'),
      reading: all.find(({ reading }) => reading !== '')?.reading ?? '',
      readingMarks: marks('readingMarks'),
    }
  }
  return { rank: (ordered[0]?.rank ?? 0) + 0.1, show }
}

function byName({ name }: SearchSource, { text }: SearchQuery): Verdict | null {
  const found = findFolded(name, text)
  return found && verdict('name', closeness(found.isWhole, found.isStart), () => ({ nameMarks: [found.range] }))
}

function byReading(
  { name, reading }: Pick<SearchSource, 'name' | 'reading'>,
  { letters }: SearchQuery,
): Verdict | null {
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

/** The name is marked, but not read aloud wrongly. */
function byOtherReading({ name, otherReading }: SearchSource, query: SearchQuery): Verdict | null {
  if (otherReading === '') return null
  const found = byReading({ name, reading: otherReading }, query)
  return found && { rank: found.rank + 5, show: () => ({ ...found.show(), reading: '', readingMarks: [] }) }
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

/** A short one only whole: three digits are in too many to mean anything. */
function byCode(matchedBy: 'number' | 'wechat', code: string, query: SearchQuery): Verdict | null {
  if (query.text.length < shortestCode && fold(code) !== query.text) return null
  return byText(matchedBy, code, query)
}

function byText(matchedBy: MatchedBy, shown: string, { text }: SearchQuery): Verdict | null {
  const found = findFolded(shown, text)
  return (
    found &&
    verdict(matchedBy, closeness(found.isWhole, found.isStart), () => ({ matched: shown, matchedMarks: [found.range] }))
  )
}

function byAddress({ addresses }: SearchSource, query: SearchQuery): Verdict | null {
  if ([...query.text].length < shortestAddress) return null
  for (const address of addresses) {
    const found = findFolded(address, query.text)
    if (found) return verdict('address', 0, () => excerpted(address, [found.range]))
  }
  return null
}

function byNotes({ notes }: SearchSource, query: SearchQuery, isSearched: IsSearched): Verdict | null {
  if (query.units.length === 0) return null
  for (const [field, text] of notes) {
    const range = isSearched(field) ? findUnits(text, query.units) : null
    if (range) return verdict('notes', 0, () => ({ ...excerpted(text, [range]), matchedField: field || null }))
  }
  return null
}

function excerpted(text: string, ranges: readonly [number, number][]): Pick<MatchShown, 'matched' | 'matchedMarks'> {
  const { text: matched, marks: matchedMarks } = excerptOf(
    text,
    ranges.toSorted(([a], [b]) => a - b),
  )
  return { matched, matchedMarks }
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
  matchedField: null,
  matchedOn: null,
}
