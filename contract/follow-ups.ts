import { z } from 'zod'
import {
  ContactId,
  CustomerId,
  Day,
  FollowUpId,
  Instant,
  line,
  prose,
  StaffId,
  TimeOfDay,
  VisitId,
  Written,
} from './common.ts'
import { CustomerSelection } from './customers.ts'
import { procedure } from './errors.ts'
import { NextChoice } from './visits.ts'

export const FollowUpStatus = z.enum(['open', 'done', 'skipped', 'cancelled'])
export type FollowUpStatus = z.infer<typeof FollowUpStatus>

export const FollowUpPriority = z.enum(['normal', 'high'])
export type FollowUpPriority = z.infer<typeof FollowUpPriority>

export const FollowUpDraft = z.object({
  /** Null for a new one. */
  id: FollowUpId.nullable(),
  customerId: CustomerId,
  contactId: ContactId.nullable(),
  /** Key of a choice of the follow-up field `followUpKind`. */
  kind: z.string(),
  title: line(200),
  content: prose(10_000),
  place: line(200),
  dueOn: Day,
  dueTime: TimeOfDay.nullable(),
  priority: FollowUpPriority,
  staffId: StaffId.nullable(),
})
export type FollowUpDraft = z.infer<typeof FollowUpDraft>

export const FollowUp = z.object({
  id: FollowUpId,
  uid: z.string(),
  customerId: CustomerId,
  contactId: ContactId.nullable(),
  kind: z.string(),
  title: z.string(),
  content: z.string(),
  place: z.string(),
  dueOn: Day,
  dueTime: TimeOfDay.nullable(),
  priority: FollowUpPriority,
  staffId: StaffId.nullable(),
  status: FollowUpStatus,
  doneAt: Instant.nullable(),
  outcome: z.string(),
  /** The visit that made it. */
  fromVisitId: VisitId.nullable(),
})
export type FollowUp = z.infer<typeof FollowUp>

/** A follow-up as Today shows it: whom to call, about what, and what was said last time. */
export const DueFollowUp = z.object({
  id: FollowUpId,
  customerId: CustomerId,
  customerName: z.string(),
  customerNumber: z.string(),
  grade: z.string().nullable(),
  kind: z.string(),
  title: z.string(),
  content: z.string(),
  place: z.string(),
  dueOn: Day,
  dueTime: TimeOfDay.nullable(),
  priority: FollowUpPriority,
  phone: z.string().nullable(),
  lastVisit: z.object({ visitedOn: Day, channel: z.string(), situation: z.string() }).nullable(),
})
export type DueFollowUp = z.infer<typeof DueFollowUp>

export const DoneFollowUp = z.object({
  id: FollowUpId,
  customerId: CustomerId,
  customerName: z.string(),
  kind: z.string(),
  title: z.string(),
  outcome: z.string(),
  doneAt: Instant,
})
export type DoneFollowUp = z.infer<typeof DoneFollowUp>

/** A group of Today: its first rows and how many there are in all. */
function group<T extends z.ZodType>(item: T) {
  return z.object({ count: z.int(), items: z.array(item) })
}

export const Today = z.object({
  today: Day,
  overdue: group(DueFollowUp),
  dueToday: group(DueFollowUp),
  /** Tomorrow and the rest of this week, or the first days of the next one when the week ends: the coming seven days. */
  comingDays: group(DueFollowUp),
  doneToday: group(DoneFollowUp),
})
export type Today = z.infer<typeof Today>

export const followUps = {
  today: procedure.input(z.object({ limit: z.int().min(1).max(500) })).output(Today),
  /** For the navigation: overdue and due today. */
  counts: procedure.output(z.object({ overdue: z.int(), dueToday: z.int() })),
  openOfCustomer: procedure.input(z.object({ customerId: CustomerId })).output(z.array(FollowUp)),
  /** The same for many customers at once, those of one customer together. */
  openOfCustomers: procedure
    .input(z.object({ customerIds: z.array(CustomerId).min(1).max(1000) }))
    .output(z.array(FollowUp)),
  save: procedure.input(FollowUpDraft).output(Written.extend({ id: FollowUpId })),
  /** The same follow-up for each of many customers, as one operation. */
  saveForMany: procedure
    .input(
      z.object({
        selection: CustomerSelection,
        followUp: FollowUpDraft.omit({ id: true, customerId: true, contactId: true }),
      }),
    )
    .output(Written.extend({ count: z.int() })),
  /** Closes it with one line; with a channel the line is also written down as a visit, which makes the next contact. */
  complete: procedure
    .input(z.object({ id: FollowUpId, outcome: line(10_000), channel: z.string().nullable(), next: NextChoice }))
    .output(Written.extend({ visitId: VisitId.nullable(), nextFollowUpId: FollowUpId.nullable() })),
  reschedule: procedure
    .input(z.object({ ids: z.array(FollowUpId).min(1).max(1000), dueOn: Day, dueTime: TimeOfDay.nullable() }))
    .output(Written),
  skip: procedure.input(z.object({ id: FollowUpId, reason: line(1000) })).output(Written),
  remove: procedure.input(z.object({ id: FollowUpId })).output(Written),
}
