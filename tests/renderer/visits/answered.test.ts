import { describe, expect, it } from 'vitest'
import type { Day, FollowUpId } from '../../../contract/common.ts'
import type { FollowUp } from '../../../contract/follow-ups.ts'
import { hasOtherPlan } from '../../../renderer/lib/next-pick.ts'
import { answerable, isLikelyAnswered } from '../../../renderer/visits/answered.ts'

const today = '2026-03-02' as Day
const open = ['2026-01-05', '2026-02-27', '2026-03-05', '2026-03-06'].map(
  (dueOn, index) => ({ id: index + 1, dueOn }) as FollowUp,
)

describe('what a visit answers', () => {
  it('is offered for all that is overdue and due within three days', () => {
    expect(answerable(open, today).map(({ id }) => id)).toEqual([1, 2, 3])
  })

  it('is likely only three days before and after', () => {
    expect(open.filter((followUp) => isLikelyAnswered(followUp, today)).map(({ id }) => id)).toEqual([2, 3])
  })

  it('leaves another plan standing, or none', () => {
    expect(hasOtherPlan(open, [3 as FollowUpId], today)).toBe(true)
    expect(hasOtherPlan(open, [3 as FollowUpId, 4 as FollowUpId], today)).toBe(false)
  })
})
