import { z } from 'zod'

/**
 * A date as people give it: year, month or day may be missing, and it may be lunar.
 *
 * Solar: `1984-03-05`, `1984-03`, `1984`, `--03-05`, `--03`.
 * Lunar: the same behind `lunar:`, a leap month marked `L`: `lunar:1984-08-15`, `lunar:--06L-30`.
 */
export const PartialDate = z
  .string()
  .refine((text) => partsOfDate(text) !== null)
  .brand<'PartialDate'>()
export type PartialDate = z.infer<typeof PartialDate>

export interface DateParts {
  readonly calendar: 'solar' | 'lunar'
  readonly year: number | null
  readonly month: number | null
  readonly leapMonth: boolean
  readonly day: number | null
}

const shape = /^(lunar:)?(?:(\d{4})|-)(?:-(\d{2})(L)?(?:-(\d{2}))?)?$/

/** Null when the text is no partial date, or names a day that no year has. Whether a lunar day exists in its year is the core's to check. */
export function partsOfDate(text: string): DateParts | null {
  const [matched, lunar, year, month, leap, day] = shape.exec(text) ?? []
  if (matched === undefined || (year === undefined && month === undefined)) return null
  const parts: DateParts = {
    calendar: lunar ? 'lunar' : 'solar',
    year: year ? Number(year) : null,
    month: month ? Number(month) : null,
    leapMonth: leap === 'L',
    day: day ? Number(day) : null,
  }
  return isPossible(parts) ? parts : null
}

export function partialDateOf(parts: DateParts): PartialDate {
  const year = parts.year === null ? '-' : String(parts.year).padStart(4, '0')
  const month = parts.month === null ? '' : `-${twoDigits(parts.month)}${parts.leapMonth ? 'L' : ''}`
  const day = parts.day === null ? '' : `-${twoDigits(parts.day)}`
  return PartialDate.parse(`${parts.calendar === 'lunar' ? 'lunar:' : ''}${year}${month}${day}`)
}

function isPossible({ calendar, year, month, leapMonth, day }: DateParts): boolean {
  if (month !== null && (month < 1 || month > 12)) return false
  if (calendar === 'lunar') {
    if (month === null || (year !== null && (year < 1900 || year > 2100))) return false
    return day === null || (day >= 1 && day <= 30)
  }
  if (leapMonth) return false
  // 2000 is a leap year: a birthday on 29 February needs no year to be real.
  return day === null || month === null || (day >= 1 && day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate())
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
