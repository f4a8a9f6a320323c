import type { Day, LocalMinute, TimeOfDay } from '#contract/common.ts'

/** A next appointment lies on the day of the visit or later; on the same day at a later time. */
export function isAfterVisit(next: { dueOn: Day; dueTime: TimeOfDay | null }, visitedAt: LocalMinute): boolean {
  const [visitedOn = '', visitedTime = ''] = visitedAt.split('T')
  if (next.dueOn !== visitedOn) return next.dueOn > visitedOn
  return next.dueTime === null || next.dueTime > visitedTime
}
