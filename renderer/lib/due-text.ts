import type { Day } from '#contract/common.ts'
import { formatShortDay, formatWeekday } from './format.ts'
import type { Due } from './next-pick.ts'

/** The day with its weekday and time, so that a slip of the fingers is seen: 3月11日 周三 14:00 */
export function dueText({ day, time }: Due, today: Day): string {
  return [formatShortDay(day, today), formatWeekday(day), time].filter(Boolean).join(' ')
}
