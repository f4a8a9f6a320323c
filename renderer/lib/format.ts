import i18next, { t } from 'i18next'
import type { Day, LocalMinute, TimeOfDay } from '#contract/common.ts'
import { addDays, daysBetween, noonOf } from './days.ts'

/** 2026年3月2日 · 2 Mar 2026 */
export function formatDay(day: string): string {
  return dayFormat({ year: 'numeric', month: monthStyle(), day: 'numeric' }).format(noonOf(day))
}

/** 2026年3月2日 周一 · Mon 2 Mar 2026 */
export function formatDayLong(day: string): string {
  return isEnglish() ? `${formatWeekday(day)} ${formatDay(day)}` : `${formatDay(day)} ${formatWeekday(day)}`
}

/** 3月9日 · 9 Mar, with its year when that is not the year of `today`. */
export function formatShortDay(day: string, today: string): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return formatDay(day)
  return dayFormat({ month: monthStyle(), day: 'numeric' }).format(noonOf(day))
}

/** 2026年3月 · March 2026 */
export function formatMonth(day: string): string {
  return dayFormat({ year: 'numeric', month: 'long' }).format(noonOf(day))
}

/** 周一 · Mon */
export function formatWeekday(day: string): string {
  return dayFormat({ weekday: 'short' }).format(noonOf(day))
}

/** As tables write it, so that it aligns: 2026-03-02 14:30 */
export function formatMinute(minute: LocalMinute): string {
  return minute.replace('T', ' ')
}

export function formatInstant(instant: number): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat('sv-SE', options).format(instant)
}

/** The time of day of an instant: 14:30 */
export function formatTime(instant: number): string {
  return formatInstant(instant).slice(11)
}

/** Minor units as money: ¥60,000.00 */
export function formatMoney(minor: number): string {
  return minor < 0 ? `-¥${formatAmount(-minor)}` : `¥${formatAmount(minor)}`
}

/** Minor units without the sign of the currency, for columns that carry it in their head. */
export function formatAmount(minor: number): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(minor / 100)
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 10 }).format(value)
}

export interface DueWords {
  readonly text: string
  readonly tone: 'overdue' | 'today' | 'near' | 'later'
}

/** 逾期 3 天 · 今天 14:00 · 明天 · 03-05 周四 · 2027-01-02 */
export function dueWords(dueOn: Day, dueTime: TimeOfDay | null, today: Day): DueWords {
  const time = dueTime === null ? '' : ` ${dueTime}`
  const away = daysBetween(today, dueOn)
  if (away < 0) return { text: t('common:due.overdue', { count: -away }), tone: 'overdue' }
  if (away === 0) return { text: `${t('common:due.today')}${time}`, tone: 'today' }
  if (away === 1) return { text: `${t('common:due.tomorrow')}${time}`, tone: 'near' }
  if (dueOn > addDays(today, 300)) return { text: dueOn, tone: 'later' }
  return { text: `${dueOn.slice(5)} ${formatWeekday(dueOn)}${time}`, tone: away <= 7 ? 'near' : 'later' }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // en-GB: the day before the month, as most of the world writes it.
  const locale = isEnglish() ? 'en-GB' : 'zh-CN'
  const key = `${locale}${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  formats.set(key, format)
  return format
}

function monthStyle(): 'long' | 'short' {
  return isEnglish() ? 'short' : 'long'
}

function isEnglish(): boolean {
  return i18next.language === 'en'
}
