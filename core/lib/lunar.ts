import { LunarMonth, LunarYear } from 'tyme4ts'
import { partsOfDate, type PartialDate } from '#contract/partial-date.ts'

/**
 * Whether a day of that name exists. A lunar date with a year must exist in that year (腊月三十 does not in a 29-day
 * month, and a leap month only in its own year); without a year any year will do.
 */
export function isRealDate(date: PartialDate): boolean {
  const parts = partsOfDate(date)
  if (!parts) return false
  if (parts.calendar === 'solar' || parts.year === null || parts.month === null) return true
  if (parts.leapMonth && LunarYear.fromYear(parts.year).getLeapMonth() !== parts.month) return false
  const month = LunarMonth.fromYm(parts.year, parts.leapMonth ? -parts.month : parts.month)
  return parts.day === null || parts.day <= month.getDayCount()
}
