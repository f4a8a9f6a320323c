import type { Day, Language } from '#contract/common.ts'
import { addDays, addMonths, dayOf, lengthOfMonth, partsOfDay, weekdayOf } from './days.ts'
import { numberOf } from './numerals.ts'

/** Which way a date without a year looks: an appointment is to come, a visit has been. */
export type Leaning = 'coming' | 'past'

export interface Setting {
  readonly today: Day
  readonly language: Language
  readonly leaning: Leaning
}

/** A month and day without a year: the coming one, or the one gone by. */
export function nearest(month: number, day: number, setting: Setting): Day | null {
  return inNearestYear(yearOf(setting.today), (year) => dayOf(year, month, day), setting)
}

/** Looks around the year until the day exists on the right side of today: 29 February and leap months skip years. */
export function inNearestYear(
  year: number,
  inYear: (year: number) => Day | null,
  { today, leaning }: Setting,
): Day | null {
  const step = leaning === 'coming' ? 1 : -1
  for (let offset = -1; offset <= 20; offset++) {
    const day = inYear(year + offset * step)
    if (day !== null && (leaning === 'coming' ? day >= today : day <= today)) return day
  }
  return null
}

export function dayOfSomeMonth(which: string | undefined, day: number, setting: Setting): Day | null {
  const { year, month } = partsOfDay(setting.today)
  if (which !== undefined) {
    const shifted = partsOfDay(addMonths(setting.today, stepOf(which)))
    return dayOf(shifted.year, shifted.month, day)
  }
  const step = setting.leaning === 'coming' ? 1 : -1
  for (let offset = 0; offset <= 2; offset++) {
    const shifted = new Date(Date.UTC(year, month - 1 + offset * step, 1))
    const candidate = dayOf(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, day)
    if (candidate && (step === 1 ? candidate >= setting.today : candidate <= setting.today)) return candidate
  }
  return null
}

export function edgeOfMonth(step: number, isEnd: boolean, { today }: Setting): Day | null {
  const { year, month } = partsOfDay(addMonths(today, step))
  return dayOf(year, month, isEnd ? lengthOfMonth(year, month) : 1)
}

/** 周三 alone is the nearest Wednesday on the right side of today; 本周三 and 下周三 count whole weeks from Monday. */
export function dayOfWeek(which: string | undefined, weekday: number, { today, leaning }: Setting): Day {
  const offset = weekday - weekdayOf(today)
  if (which !== undefined) return addDays(today, offset + 7 * stepOf(which))
  return addDays(today, leaning === 'coming' ? (offset + 7) % 7 : -((7 - offset) % 7))
}

export function stepOf(which: string | undefined): number {
  if (which === undefined) return 0
  if (which.startsWith('下下')) return 2
  if (/^(?:下|明|next)/.test(which)) return 1
  return /^(?:上|去|last)/.test(which) ? -1 : 0
}

export function amount(count: string | undefined, way: string | undefined): number {
  const wanted = count === '半' ? 0.5 : /^an?$/.test(count ?? '') ? 1 : numberOf(count ?? '')
  return way?.match(/前|ago/) ? -wanted : wanted
}

export function shift(today: Day, count: number, unit: string): Day | null {
  const moved = shifted(today, count, unit.replace(/^个/, '').trim())
  return moved !== null && yearOf(moved) >= 1000 && /^\d{4}-/.test(moved) ? moved : null
}

function shifted(today: Day, count: number, unit: string): Day | null {
  if (Number.isNaN(count) || Math.abs(count) > 5000) return null
  if (/^(?:y|年)/.test(unit)) return addMonths(today, Math.round(count * 12))
  if (/^(?:m|月)/.test(unit)) {
    return Number.isInteger(count) ? addMonths(today, count) : addDays(today, Math.sign(count) * 15)
  }
  if (!Number.isInteger(count)) return null
  return addDays(today, count * (/^(?:w|周|星期|礼拜)/.test(unit) ? 7 : 1))
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
