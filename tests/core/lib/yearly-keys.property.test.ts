import { assert, constantFrom, integer, property, record } from 'fast-check'
import { LunarMonth, LunarYear } from 'tyme4ts'
import { expect, it } from 'vitest'
import type { Day } from '#contract/common.ts'
import { type DateParts, partialDateOf } from '#contract/partial-date.ts'
import { openDatabase } from '#core/db/open.ts'
import { yearlyKey } from '#core/db/yearly-key.ts'
import { addDays } from '#core/lib/days.ts'
import { yearlyKeys } from '#core/lib/yearly-keys.ts'
import { day } from '../../support/core.ts'

const { sqlite } = openDatabase(':memory:')
const keyOf = sqlite.prepare<[string], string>(`SELECT ${yearlyKey('value')} FROM (SELECT ? AS value)`).pluck()

const anyDate = record({
  calendar: constantFrom('solar' as const, 'lunar' as const),
  year: constantFrom(null, 1984, 2001),
  month: integer({ min: 1, max: 12 }),
  leapMonth: constantFrom(false, true),
  day: constantFrom(null, 1, 8, 15, 28, 29, 30, 31),
})

it('holds a date when, and only when, it comes back on one of the days', () => {
  assert(
    property(anyDate, integer({ min: 0, max: 3650 }), integer({ min: 0, max: 62 }), (drawn, offset, length) => {
      const parts = possible(drawn)
      const from = addDays(day('2020-01-01'), offset)
      const to = addDays(from, length)
      const returns = [-1, 0, 1].map((years) => comesBackOn(parts, Number(from.slice(0, 4)) + years))
      const isWithin = returns.some((back) => back !== null && back >= from && back <= to)
      expect(yearlyKeys(from, to).includes(keyOf.get(partialDateOf(parts)) ?? '')).toBe(isWithin)
    }),
    { numRuns: 500 },
  )
})

it.each([
  ['2026-02-28', '--02-29', true],
  ['2028-02-28', '--02-29', false],
  ['2028-02-29', '--02-29', true],
  // The twelfth month before the Spring Festival of 2026 has 29 days.
  ['2026-02-16', 'lunar:1970-12-30', true],
  // 2025 has a leap sixth month, 2026 has not.
  ['2025-07-25', 'lunar:--06L-01', true],
  ['2025-06-25', 'lunar:--06L-01', false],
  ['2026-07-14', 'lunar:--06L-01', true],
  ['2026-03-01', '--03', true],
  ['2026-03-02', '--03', false],
  ['2026-03-02', '1984', false],
])('on %s comes back %s: %s', (on, date, expected) => {
  expect(yearlyKeys(day(on), day(on)).includes(keyOf.get(date) ?? '')).toBe(expected)
})

it('ends, however far the days reach', () => {
  expect(yearlyKeys(day('2026-01-01'), day('2080-01-01')).length).toBeLessThan(1200)
})

/** Worked out forwards, from the date to its day. */
function comesBackOn({ calendar, month, leapMonth, day: date }: DateParts, year: number): Day | null {
  if (month === null) return null
  const wanted = date ?? 1
  if (calendar === 'solar') {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    return day(`${year}-${two(month)}-${two(Math.min(wanted, last))}`)
  }
  const hasLeap = LunarYear.fromYear(year).getLeapMonth() === month
  const lunar = LunarMonth.fromYm(year, leapMonth && hasLeap ? -month : month)
  const solar = lunar.getDays()[Math.min(wanted, lunar.getDayCount()) - 1]?.getSolarDay()
  return solar ? day(`${solar.getYear()}-${two(solar.getMonth())}-${two(solar.getDay())}`) : null
}

function possible({ calendar, year, month, leapMonth, day: date }: DateParts): DateParts {
  const last = calendar === 'lunar' ? 30 : new Date(Date.UTC(year ?? 2000, month ?? 1, 0)).getUTCDate()
  return {
    calendar,
    year,
    month,
    leapMonth: calendar === 'lunar' && leapMonth,
    day: date === null ? null : Math.min(date, last),
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
