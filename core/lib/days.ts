import { Day } from '#contract/common.ts'

const dayLength = 24 * 60 * 60 * 1000

/** Calendar arithmetic: no time zone, no daylight saving. */
export function addDays(day: Day, count: number): Day {
  return Day.parse(new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10))
}
