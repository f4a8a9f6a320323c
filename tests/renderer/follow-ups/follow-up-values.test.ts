import { describe, expect, it } from 'vitest'
import type { CustomerId, Day, FollowUpId } from '../../../contract/common.ts'
import { FollowUpDraft } from '../../../contract/follow-ups.ts'
import { followUpDraftOf, newFollowUpValues } from '../../../renderer/follow-ups/follow-up-values.ts'

describe('a follow-up in its form', () => {
  it('cannot be saved before it is known with whom and when', () => {
    const values = newFollowUpValues(null, null)
    expect(followUpDraftOf(values, null)).toBeNull()
    expect(followUpDraftOf({ ...values, customerId: 1 as CustomerId }, null)).toBeNull()
  })

  it('is what the contract takes once it is', () => {
    const values = { ...newFollowUpValues(1 as CustomerId, null), dueOn: '2026-03-11' as Day, title: '问灶台' }
    const draft = followUpDraftOf(values, 7 as FollowUpId)
    expect(FollowUpDraft.parse(draft)).toEqual(draft)
    expect(draft).toMatchObject({ id: 7, dueOn: '2026-03-11', kind: 'call', priority: 'normal' })
  })
})
