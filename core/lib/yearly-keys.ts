import { LunarYear, SolarDay } from 'tyme4ts'
import type { Day } from '#contract/common.ts'
import { addDays } from './days.ts'

/**
 * What comes back every year on the days from one to another, both included, as `yearlyKey` writes it.
 *
 * A lunar date comes on its solar day of this year. 29 February comes on the 28th where there is none, the thirtieth of
 * a lunar month on the last day of a shorter one, and a date of a leap month in the ordinary one of that number where
 * the year has no such leap month. A month without a day stands for its first day.
 */
export function yearlyKeys(from: Day, to: Day): string[] {
  const keys = new Set<string>()
  let month = lunarMonthOf(from)
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (month.date > month.length) month = lunarMonthOf(day)
    for (const key of [...solarKeys(day), ...lunarKeys(month)]) keys.add(key)
    month = { ...month, date: month.date + 1 }
    // From here on everything has been said.
    if (keys.size > mostKeys) break
  }
  return [...keys]
}

/** More than a solar and a lunar year have days. */
const mostKeys = 1100

/** A day of a lunar month; the almanac is asked once a month, because it takes its time. */
interface LunarDate {
  readonly date: number
  readonly length: number
  /** `06`, and how dates in it are marked: as of the ordinary month, of the leap month, or of both. */
  readonly number: string
  readonly marks: readonly string[]
}

function lunarMonthOf(day: Day): LunarDate {
  const lunar = SolarDay.fromYmd(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))).getLunarDay()
  const month = lunar.getLunarMonth()
  const leapMonth = LunarYear.fromYear(month.getYear()).getLeapMonth()
  return {
    date: lunar.getDay(),
    length: month.getDayCount(),
    number: twoDigits(month.getMonth()),
    marks: month.isLeap() ? ['L'] : leapMonth === month.getMonth() ? [''] : ['', 'L'],
  }
}

function lunarKeys({ date, length, number, marks }: LunarDate): string[] {
  const dates = [`-${twoDigits(date)}`, ...(date === length && date < 30 ? ['-30'] : []), ...(date === 1 ? [''] : [])]
  return marks.flatMap((mark) => dates.map((each) => `L${number}${mark}${each}`))
}

function solarKeys(day: Day): string[] {
  const date = day.slice(5)
  const isShort = date === '02-28' && addDays(day, 1).slice(5) !== '02-29'
  return [date, ...(isShort ? ['02-29'] : []), ...(date.endsWith('-01') ? [date.slice(0, 2)] : [])]
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
