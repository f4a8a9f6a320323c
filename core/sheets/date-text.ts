import { type DateParts, partsOfDate, partialDateOf } from '#contract/partial-date.ts'
import { readLunarText } from './lunar-text.ts'

/** Which comes first where both readings are possible: `3/5/2024`. */
export type DayOrder = 'monthFirst' | 'dayFirst'

export interface DateText {
  readonly parts: DateParts
  /** `HH:MM` when the text gives one. */
  readonly time: string | null
  /** What the text decides about the order of day and month; `either` when both would be a day. */
  readonly order: DayOrder | 'either' | null
}

/**
 * A date as people and programs write it: 2024/3/5, 2024.03.05, 20240305, 2024年3月5日, 3月5日, 5-Mar-24, 3/5/2024,
 * 1984年, 1990-03, 农历八月十五, ISO with a time. `order` settles 3/5/2024, which on its own is read month first.
 *
 * Undefined when it is no date, or one that does not exist.
 */
export function readDateText(text: string, order: DayOrder = 'monthFirst'): DateText | undefined {
  const tidy = text.normalize('NFKC').trim().replace(/^['’]/, '').replace(/[,]/g, ' ').replace(/\s+/g, ' ')
  if (tidy === '' || tidy.length > 60 || isNoDate(tidy)) return undefined
  const lunar = readLunarText(tidy)
  if (lunar) return { parts: lunar, time: null, order: null }

  const { date, time } = splitTime(tidy)
  for (const read of readers) {
    const found = read(date, order)
    if (!found) continue
    const parts: DateParts = { calendar: 'solar', leapMonth: false, year: null, month: null, day: null, ...found.parts }
    if (!exists(parts)) return undefined
    return { parts, time, order: found.order ?? null }
  }
  return undefined
}

/** What Outlook, databases and spreadsheets write for "no date". */
export function isNoDate(text: string): boolean {
  return /^(?:0{1,2}[/-]0{1,2}[/-]0{2,4}|0000-00-00(?:[T ]00:00:00)?|1900-01-00|null|n\/a|-+|无|未知|不详)$/i.test(
    text.trim(),
  )
}

interface Found {
  readonly parts: { readonly year?: number | null; readonly month?: number | null; readonly day?: number | null }
  readonly order?: DayOrder | 'either'
}

type Reader = (text: string, order: DayOrder) => Found | undefined

const readers: readonly Reader[] = [readPartial, readChinese, readYearFirst, readCompact, readNamedMonth, readYearLast]

/** Our own way of writing it, as an export does. */
function readPartial(text: string): Found | undefined {
  const parts = partsOfDate(text)
  return parts && parts.calendar === 'solar' && (parts.day !== null || parts.month !== null) ? { parts } : undefined
}

function readChinese(text: string): Found | undefined {
  const match =
    /^(?:(\d{4}|\d{2}) ?年)? ?(?:(\d{1,2}) ?月份?)? ?(?:(\d{1,2}) ?[日号])? ?(?:\(?(?:星期|周)[一二三四五六日天]\)?)?$/.exec(
      text,
    )
  if (!match || (!match[1] && !match[2])) return undefined
  return { parts: { year: yearOf(match[1]), month: numberOf(match[2]), day: numberOf(match[3]) } }
}

function readYearFirst(text: string): Found | undefined {
  const match = /^(\d{4}) ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{1,2}))?$/.exec(text)
  return match ? { parts: { year: Number(match[1]), month: numberOf(match[2]), day: numberOf(match[3]) } } : undefined
}

function readCompact(text: string): Found | undefined {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text)
  return match ? { parts: { year: Number(match[1]), month: numberOf(match[2]), day: numberOf(match[3]) } } : undefined
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function readNamedMonth(text: string): Found | undefined {
  const words = text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.? /i, '')
  const match =
    /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,9})\.?(?:[-/. ]+(\d{4}|'?\d{2}))?$/i.exec(words) ??
    swapped(/^([a-z]{3,9})\.?[-/. ]+(\d{1,2})(?:st|nd|rd|th)?(?:[-/. ]+(\d{4}))?$/i.exec(words))
  const monthOnly = /^([a-z]{3,9})\.?[-/. ]+(\d{4})$/i.exec(words)
  const name = match?.[2] ?? monthOnly?.[1]
  if (!name) return undefined
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1
  if (month === 0 || !isMonthName(name, month)) return undefined
  if (match) return { parts: { year: yearOf(match[3]?.replace("'", '')), month, day: numberOf(match[1]) } }
  return { parts: { year: Number(monthOnly?.[2]), month } }
}

const fullMonths = 'january february march april may june july august september october november december'.split(' ')

function isMonthName(name: string, month: number): boolean {
  return name.length === 3 || (fullMonths[month - 1] ?? '').startsWith(name.toLowerCase()) || /^sept$/i.test(name)
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined
}

/** Day and month in either order, the year last. */
function readYearLast(text: string, order: DayOrder): Found | undefined {
  const match = /^(\d{1,2}) ?([-/.]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{2}))?$/.exec(text)
  if (!match) return undefined
  const [first, second] = [Number(match[1]), Number(match[3])]
  // `3.5` is a number; a point needs its year to be a date.
  if (match[4] === undefined && match[2] === '.') return undefined
  const year = yearOf(match[4])
  const monthFirst = { year, month: first, day: second }
  const dayFirst = { year, month: second, day: first }
  if (first > 12) return { parts: dayFirst, order: 'dayFirst' }
  if (second > 12) return { parts: monthFirst, order: 'monthFirst' }
  // Points are written by Germans and Russians, day first; only a column that says otherwise changes that.
  const reading = match[2] === '.' && order === 'monthFirst' ? dayFirst : order === 'dayFirst' ? dayFirst : monthFirst
  return { parts: reading, order: first === second || match[2] === '.' ? undefined : 'either' } as Found
}

function splitTime(text: string): { date: string; time: string | null } {
  const match =
    /^(.{4,}?)(?:[T ]| ?(?=上午|下午))(上午|下午|am |pm )? ?(\d{1,2})[:时点](\d{2})(?:[:分](\d{2})(?:\.\d+)?秒?|分)? ?(am|pm|上午|下午)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?$/i.exec(
      text,
    )
  if (!match) return { date: text, time: null }
  const [, date = '', before, hours, minutes, , after] = match
  const half = (before ?? after ?? '').trim().toLowerCase()
  let hour = Number(hours)
  if ((half === 'pm' || half === '下午') && hour < 12) hour += 12
  if ((half === 'am' || half === '上午') && hour === 12) hour = 0
  const isReal = hour < 24 && Number(minutes) < 60
  return isReal
    ? { date: date.trim(), time: `${String(hour).padStart(2, '0')}:${minutes}` }
    : { date: text, time: null }
}

/** Two digits are this century up to thirty years ahead of 2000, the last one after that, as spreadsheets do. */
function yearOf(text: string | undefined): number | null {
  if (!text) return null
  const year = Number(text)
  if (text.length > 2) return year
  return year < 30 ? 2000 + year : 1900 + year
}

function numberOf(text: string | undefined): number | null {
  return text ? Number(text) : null
}

function exists(parts: DateParts): boolean {
  if (parts.year !== null && (parts.year < 1000 || parts.year > 9999)) return false
  if (parts.month === null && parts.day !== null) return false
  if (parts.month !== null && (parts.month < 1 || parts.month > 12)) return false
  if (parts.day !== null && parts.day < 1) return false
  try {
    partialDateOf(parts)
    return true
  } catch {
    return false
  }
}
