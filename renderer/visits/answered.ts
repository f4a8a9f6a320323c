import type { Day } from '#contract/common.ts'
import type { FollowUp } from '#contract/follow-ups.ts'
import { daysBetween } from '../lib/days.ts'

const reach = 3

/** Follow-ups that a visit may well answer: those overdue by then, and those due within three days after. */
export function answerable(open: readonly FollowUp[], visitedOn: Day): readonly FollowUp[] {
  return open.filter(({ dueOn }) => daysBetween(visitedOn, dueOn) <= reach)
}

/** Of these, the ones it answers unless somebody says otherwise: due at most three days before or after. */
export function isLikelyAnswered({ dueOn }: Pick<FollowUp, 'dueOn'>, visitedOn: Day): boolean {
  return Math.abs(daysBetween(visitedOn, dueOn)) <= reach
}
