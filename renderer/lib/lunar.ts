import { LunarDay, LunarMonth, LunarYear, SolarDay } from 'tyme4ts'
import type { Day } from '#contract/common.ts'
import { addDays, dayOf, partsOfDay } from './days.ts'

/** Kept to the years that the almanacs of the Hong Kong Observatory confirm. */
const firstYear = 1900
const lastYear = 2100

export interface LunarDate {
  readonly year: number
  readonly month: number
  readonly leapMonth: boolean
  readonly day: number
}

/** Festivals known by name. `lunar` months and days count in the lunar year. */
const festivals = [
  { key: 'newYear', calendar: 'solar', month: 1, day: 1 },
  { key: 'womensDay', calendar: 'solar', month: 3, day: 8 },
  { key: 'labourDay', calendar: 'solar', month: 5, day: 1 },
  { key: 'childrensDay', calendar: 'solar', month: 6, day: 1 },
  { key: 'teachersDay', calendar: 'solar', month: 9, day: 10 },
  { key: 'nationalDay', calendar: 'solar', month: 10, day: 1 },
  { key: 'christmas', calendar: 'solar', month: 12, day: 25 },
  { key: 'springFestival', calendar: 'lunar', month: 1, day: 1 },
  { key: 'lanternFestival', calendar: 'lunar', month: 1, day: 15 },
  { key: 'dragonBoatFestival', calendar: 'lunar', month: 5, day: 5 },
  { key: 'qixi', calendar: 'lunar', month: 7, day: 7 },
  { key: 'midAutumn', calendar: 'lunar', month: 8, day: 15 },
  { key: 'doubleNinth', calendar: 'lunar', month: 9, day: 9 },
  { key: 'laba', calendar: 'lunar', month: 12, day: 8 },
  /** The last day of the year, whether its last month has 29 days or 30. */
  { key: 'newYearsEve', calendar: 'lunar', month: 12, day: 30 },
] as const

export type FestivalKey = (typeof festivals)[number]['key'] | 'qingming'

/** Null outside the years 1900 to 2100. */
export function lunarOf(day: Day): LunarDate | null {
  const { year, month, day: date } = partsOfDay(day)
  if (year <= firstYear || year > lastYear) return null
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay()
  const lunarMonth = lunar.getLunarMonth()
  return { year: lunar.getYear(), month: lunarMonth.getMonth(), leapMonth: lunarMonth.isLeap(), day: lunar.getDay() }
}

/**
 * The day a lunar date falls on. A thirtieth in a month of 29 days falls on its last day.
 * Null when the year has no such leap month, or lies outside 1900 to 2100.
 */
export function dayOfLunar({ year, month, leapMonth, day }: LunarDate): Day | null {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > 30) return null
  if (leapMonth && LunarYear.fromYear(year).getLeapMonth() !== month) return null
  const lunarMonth = LunarMonth.fromYm(year, leapMonth ? -month : month)
  const date = Math.min(day, lunarMonth.getDayCount())
  const solar = LunarDay.fromYmd(year, lunarMonth.getMonthWithLeap(), date).getSolarDay()
  return dayOf(solar.getYear(), solar.getMonth(), solar.getDay())
}

/** The words of the almanac: 丙午, 正月 (闰六月), 十四. */
export function lunarWords(day: Day): { year: string; month: string; day: string } | null {
  const lunar = lunarOf(day)
  if (lunar === null) return null
  return {
    year: LunarYear.fromYear(lunar.year).getSixtyCycle().getName(),
    month: LunarMonth.fromYm(lunar.year, lunar.leapMonth ? -lunar.month : lunar.month).getName(),
    day: LunarDay.NAMES[lunar.day - 1] ?? '',
  }
}

/** The festivals of a day, the greatest first. */
export function festivalsOf(day: Day): FestivalKey[] {
  const lunar = lunarOf(day)
  const { month, day: date } = partsOfDay(day)
  const found = festivals
    .filter((festival) =>
      festival.calendar === 'solar'
        ? festival.month === month && festival.day === date
        : lunar !== null && !lunar.leapMonth && dayOfLunar({ ...festival, year: lunar.year, leapMonth: false }) === day,
    )
    .map(({ key }): FestivalKey => key)
  return isQingming(day) ? [...found, 'qingming'] : found
}

/** The day of a festival in a year, solar or lunar by its kind. */
export function dayOfFestival(key: FestivalKey, year: number): Day | null {
  if (key === 'qingming') return qingmingOf(year)
  const festival = festivals.find((candidate) => candidate.key === key)
  if (festival === undefined) return null
  return festival.calendar === 'solar'
    ? dayOf(year, festival.month, festival.day)
    : dayOfLunar({ year, month: festival.month, leapMonth: false, day: festival.day })
}

function qingmingOf(year: number): Day | null {
  const from = dayOf(year, 4, 3)
  if (from === null) return null
  return [0, 1, 2, 3].map((offset) => addDays(from, offset)).find(isQingming) ?? null
}

function isQingming(day: Day): boolean {
  const { year, month, day: date } = partsOfDay(day)
  if (month !== 4 || date > 7) return false
  const term = SolarDay.fromYmd(year, month, date).getTermDay()
  return term.getDayIndex() === 0 && term.getSolarTerm().getName() === '清明'
}
