import { Day } from '#contract/common.ts'

const dayLength = 24 * 60 * 60 * 1000

/** The first day of the month that many months after the one of this day. */
export function firstOfMonth(day: Day, months: number): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return Day.parse(new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10))
}

/** Calendar arithmetic: no time zone, no daylight saving. */
export function addDays(day: Day, count: number): Day {
  return Day.parse(new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10))
}
