import type { ContactId, CustomerId, Day, FollowUpId, StaffId, TimeOfDay } from '#contract/common.ts'
import type { FollowUp, FollowUpDraft, FollowUpPriority } from '#contract/follow-ups.ts'

/** A follow-up as the form holds it: with gaps that saving does not allow. */
export interface FollowUpValues {
  readonly customerId: CustomerId | null
  readonly contactId: ContactId | null
  readonly kind: string
  readonly title: string
  readonly content: string
  readonly place: string
  readonly dueOn: Day | null
  readonly dueTime: TimeOfDay | null
  readonly priority: FollowUpPriority
  readonly staffId: StaffId | null
}

export function newFollowUpValues(customerId: CustomerId | null, staffId: StaffId | null): FollowUpValues {
  return {
    customerId,
    contactId: null,
    kind: 'call',
    title: '',
    content: '',
    place: '',
    dueOn: null,
    dueTime: null,
    priority: 'normal',
    staffId,
  }
}

export function valuesOfFollowUp(followUp: FollowUp): FollowUpValues {
  const { customerId, contactId, kind, title, content, place, dueOn, dueTime, priority, staffId } = followUp
  return { customerId, contactId, kind, title, content, place, dueOn, dueTime, priority, staffId }
}

/** Null while it is not known with whom or when. */
export function followUpDraftOf(values: FollowUpValues, id: FollowUpId | null): FollowUpDraft | null {
  const { customerId, dueOn } = values
  return customerId === null || dueOn === null ? null : { ...values, id, customerId, dueOn }
}
