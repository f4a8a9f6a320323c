import { t } from 'i18next'
import { partialDateOf } from '#contract/partial-date.ts'
import { lengthOfMonth } from './days.ts'
import { formatPartialDate } from './format-partial-date.ts'
import { dayOfLunar } from './lunar.ts'
import { type LunarWords, plainDate, splitLunar } from './plain-date.ts'

/** Why a date that is clear enough is none: its month is shorter, or its year has no such leap month. Else null. */
export function whyNoDay(text: string): string | null {
  const plain = plainDate(text).replace(/^--/, '')
  const lunar = splitLunar(plain)
  return lunar === null ? whyNoSolarDay(plain) : whyNoLunarDay(lunar)
}

const shapes = [
  /^(?:(?<year>\d{4})[-/.年])?(?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号]?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
]

function whyNoSolarDay(plain: string): string | null {
  const groups = shapes.map((shape) => shape.exec(plain)?.groups).find(Boolean)
  if (!groups) return null
  const year = groups['year'] === undefined ? null : Number(groups['year'])
  const [month, day] = [Number(groups['month']), Number(groups['day'])]
  if (month < 1 || month > 12) return null
  // Without a year 29 February is meant to be possible.
  const count = lengthOfMonth(year ?? 2000, month)
  return day <= count ? null : tooShort({ calendar: 'solar', year, month, leapMonth: false }, count)
}

function whyNoLunarDay({ year, month, leapMonth, day }: LunarWords): string | null {
  if (year === null || month === null) return null
  const named = { calendar: 'lunar', year, month, leapMonth } as const
  const [last, thirtieth] = [29, 30].map((date) => dayOfLunar({ year, month, leapMonth, day: date }))
  if (last === null) return leapMonth ? t('common:date.noSuchMonth', { month: monthWords(named) }) : null
  return day === 30 && last === thirtieth ? tooShort(named, 29) : null
}

interface Month {
  readonly calendar: 'solar' | 'lunar'
  readonly year: number | null
  readonly month: number
  readonly leapMonth: boolean
}

function tooShort(month: Month, count: number): string {
  return t('common:date.noSuchDay', { month: monthWords(month), count })
}

function monthWords(month: Month): string {
  return formatPartialDate(partialDateOf({ ...month, day: null }))
}
