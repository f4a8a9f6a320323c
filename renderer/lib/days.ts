import type { Day } from '#contract/common.ts'

const dayLength = 24 * 60 * 60 * 1000

/** Days are counted in UTC, where every one of them is as long as the other. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

export function addDays(day: Day, count: number): Day {
  return fromTime(noonOf(day).getTime() + count * dayLength)
}

/** The same day of another month, or the last one where that month is shorter: a month after 31 January is 28 February. */
export function addMonths(day: Day, count: number): Day {
  const parts = partsOfDay(day)
  const months = parts.year * 12 + (parts.month - 1) + count
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return fromTime(Date.UTC(year, month - 1, Math.min(parts.day, lengthOfMonth(year, month))))
}

/** From `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((noonOf(b).getTime() - noonOf(a).getTime()) / dayLength)
}

/** Null when there is no such day, or its year has not four digits. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return null
  return fromTime(Date.UTC(year, month - 1, day))
}

export function partsOfDay(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return noonOf(day).getUTCDay() || 7
}

export function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function fromTime(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day
}
