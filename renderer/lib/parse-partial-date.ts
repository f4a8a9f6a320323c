import { type DateParts, type PartialDate, partialDateOf, partsOfDate } from '#contract/partial-date.ts'
import { numberOf } from './numerals.ts'
import { plainDate, splitLunar } from './plain-date.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = `(?<name>${months.join('|')})[a-z]*\\.?`
const ordinal = '(?:st|nd|rd|th)?'
const number = '[一二三四五六七八九十]{1,3}|\\d{1,2}'

/** Tried in order. Two digits of a year below 30 are this century's, the others the last one's. */
const shapes: readonly RegExp[] = [
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<year>[12]\d{3})年?$/,
  /^(?<year>\d{2})年$/,
  new RegExp(`^(?<year>\\d{4}|\\d{2})(?:年)(?<month>${number})月(?:(?<day>${number})[日号]?)?$`),
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?$/,
  /^(?<year>\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  new RegExp(`^(?<month>${number})月(?:(?<day>${number})[日号]?)?$`),
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<month>\d{2})(?<day>\d{2})$/,
  new RegExp(`^${month} (?<day>\\d{1,2})${ordinal}(?:,? (?<year>\\d{4}))?$`),
  new RegExp(`^(?<day>\\d{1,2})${ordinal} ${month}(?:,? (?<year>\\d{4}))?$`),
  new RegExp(`^${month}(?: (?<year>\\d{4}))?$`),
]

/** A birthday as people give it: 1984年3月5日, 84-3-5, 3月5日, 1984, 农历八月十五, 腊月三十, 5 Mar 1984. */
export function parsePartialDate(text: string): PartialDate | null {
  const plain = plainDate(text)
  if (partsOfDate(plain) !== null && plain.startsWith('-')) return plain as PartialDate
  const lunar = splitLunar(plain)
  if (lunar !== null) return checked({ calendar: 'lunar', ...lunar })
  const shape = shapes.find((candidate) => isPossible(candidate, plain))
  return shape === undefined ? null : checked(solarParts(shape.exec(plain)?.groups ?? {}))
}

function isPossible(shape: RegExp, plain: string): boolean {
  const groups = shape.exec(plain)?.groups
  return groups !== undefined && checked(solarParts(groups)) !== null
}

function solarParts(groups: Record<string, string | undefined>): DateParts {
  const { year, month, name, day } = groups
  return {
    calendar: 'solar',
    year: year === undefined ? null : fullYear(year),
    month: name !== undefined ? months.indexOf(name) + 1 : month === undefined ? null : numberOf(month),
    leapMonth: false,
    day: day === undefined ? null : numberOf(day),
  }
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 30 ? 2000 + year : 1900 + year
}

function checked(parts: DateParts): PartialDate | null {
  const { year, month, day } = parts
  if ([year, month, day].some((part) => Number.isNaN(part))) return null
  try {
    return partialDateOf(parts)
  } catch {
    return null
  }
}
