import { type CustomerId, Day, type LocalMinute } from '#contract/common.ts'
import type { VisitDraft } from '#contract/visits.ts'

/** A call of a morning, with nothing else to tell. */
export function visitOf(customerId: CustomerId, visit: Partial<VisitDraft> = {}): VisitDraft {
  return {
    customerId,
    visitedAt: '2026-03-02T09:00' as LocalMinute,
    channel: 'phone',
    contactIds: [],
    staffId: null,
    purpose: null,
    situation: '问新灶台用得怎样',
    result: null,
    resultNote: '',
    mood: '',
    decisionNote: '',
    preparation: '',
    approach: '',
    durationMinutes: null,
    completes: [],
    next: { choice: 'unasked' },
    ...visit,
  }
}

export function appointmentOn(dueOn: string, title = '') {
  return {
    choice: 'appointment' as const,
    appointment: { dueOn: Day.parse(dueOn), dueTime: null, kind: 'appointment', title, place: '' },
  }
}
