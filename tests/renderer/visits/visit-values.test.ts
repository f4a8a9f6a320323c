import { describe, expect, it } from 'vitest'
import type { CustomerId, Day, FollowUpId, TimeOfDay } from '../../../contract/common.ts'
import { type Visit, VisitDraft, VisitEdit } from '../../../contract/visits.ts'
import {
  newVisitValues,
  nextOfValues,
  valuesOfVisit,
  visitDraftOf,
  visitEditOf,
} from '../../../renderer/visits/visit-values.ts'

const today = '2026-03-02' as Day
const values = newVisitValues({
  customerId: 1 as CustomerId,
  day: today,
  time: '10:30' as TimeOfDay,
  channel: 'phone',
  staffId: null,
  situation: '  门封换好了  ',
})

describe('a visit in its form', () => {
  it('is what the contract takes', () => {
    const draft = visitDraftOf(values, [3 as FollowUpId], { choice: 'none' })
    expect(VisitDraft.parse(draft)).toEqual(draft)
    expect(draft).toMatchObject({ visitedAt: '2026-03-02T10:30', situation: '门封换好了', completes: [3] })
  })

  it.each(['customerId', 'day', 'time', 'channel'])('cannot be saved without %s', (key) => {
    expect(visitDraftOf({ ...values, [key]: null }, [], { choice: 'none' })).toBeNull()
  })

  it('gives the next contact its kind, content and place', () => {
    const next = { ...values, next: { pick: 'nextWeek' as const, text: '' }, nextTitle: '看样机', nextPlace: '西溪店' }
    expect(nextOfValues(next, today, 'zh-CN')).toEqual({
      choice: 'appointment',
      appointment: { dueOn: '2026-03-09', dueTime: null, kind: 'appointment', title: '看样机', place: '西溪店' },
    })
    expect(nextOfValues(values, today, 'zh-CN')).toEqual({ choice: 'unasked' })
  })

  it('comes back unchanged when it is opened and saved', () => {
    const { visitedAt, ...content } = visitEditOf(values) ?? expect.fail('incomplete')
    const visit = { ...content, id: 5, customerId: 1, visitedAt, contactNames: [], next: null } as unknown as Visit
    const edit = { id: visit.id, ...visitEditOf(valuesOfVisit(visit)) }
    expect(VisitEdit.parse(edit)).toEqual({ id: 5, visitedAt, ...content })
  })
})
