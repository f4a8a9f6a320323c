import { formatDay, formatWeekday } from './format.ts'
import type { Due } from './next-pick.ts'

/** The day in full with its weekday and time, so that a slip of the fingers is seen: 2026年3月11日 周三 14:00 */
export function dueText({ day, time }: Due): string {
  return [formatDay(day), formatWeekday(day), time].filter(Boolean).join(' ')
}
