import { z } from 'zod'
import {
  ContactId,
  CustomerId,
  Day,
  FollowUpId,
  Instant,
  LocalMinute,
  line,
  prose,
  StaffId,
  TimeOfDay,
  VisitId,
  Written,
} from './common.ts'
import { procedure } from './errors.ts'

/** The appointment made at the end of a visit. */
export const NextAppointment = z.object({
  dueOn: Day,
  dueTime: TimeOfDay.nullable(),
  /** Key of a choice of the follow-up field `followUpKind`. */
  kind: z.string(),
  title: line(200),
  place: line(200),
})
export type NextAppointment = z.infer<typeof NextAppointment>

/** `appointment`: make it; `none`: nothing planned, on purpose; `unasked`: nobody said. */
export const NextChoice = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('appointment'), appointment: NextAppointment }),
  z.object({ choice: z.literal('none') }),
  z.object({ choice: z.literal('unasked') }),
])
export type NextChoice = z.infer<typeof NextChoice>

/** What a visit says, written by hand. Keys of `channel`, `purpose` and `result` are choices of the visit's fields. */
const content = {
  visitedAt: LocalMinute,
  channel: z.string(),
  contactIds: z.array(ContactId).max(50),
  staffId: StaffId.nullable(),
  purpose: z.string().nullable(),
  situation: prose(100_000),
  result: z.string().nullable(),
  resultNote: line(1000),
  mood: line(1000),
  decisionNote: line(1000),
  preparation: prose(10_000),
  approach: prose(10_000),
  durationMinutes: z
    .int()
    .min(0)
    .max(24 * 60)
    .nullable(),
}

export const VisitDraft = z.object({
  customerId: CustomerId,
  ...content,
  /** The follow-ups this visit answers. */
  completes: z.array(FollowUpId).max(50),
  next: NextChoice,
})
export type VisitDraft = z.infer<typeof VisitDraft>

export const VisitEdit = z.object({ id: VisitId, ...content })
export type VisitEdit = z.infer<typeof VisitEdit>

export const Visit = z.object({
  id: VisitId,
  uid: z.string(),
  customerId: CustomerId,
  ...content,
  contactNames: z.array(z.string()),
  staffName: z.string().nullable(),
  next: z
    .object({ followUpId: FollowUpId, dueOn: Day, dueTime: TimeOfDay.nullable(), kind: z.string(), title: z.string() })
    .nullable(),
  nextIsNone: z.boolean(),
  enteredAt: Instant,
})
export type Visit = z.infer<typeof Visit>

/** A line of the card's timeline. */
export const TimelineEntry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('visit'), at: LocalMinute, visit: Visit }),
  z.object({
    type: z.literal('followUp'),
    at: LocalMinute,
    followUpId: FollowUpId,
    kind: z.string(),
    title: z.string(),
    status: z.enum(['done', 'skipped', 'cancelled']),
    outcome: z.string(),
    staffName: z.string().nullable(),
  }),
])
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const TimelineKind = z.enum(['all', 'visit', 'followUp'])
export type TimelineKind = z.infer<typeof TimelineKind>

export const visits = {
  save: procedure
    .input(VisitDraft)
    .output(Written.extend({ id: VisitId, nextFollowUpId: FollowUpId.nullable(), completed: z.int() })),
  edit: procedure.input(VisitEdit).output(Written),
  remove: procedure.input(z.object({ id: VisitId })).output(Written),
  timeline: procedure
    .input(
      z.object({
        customerId: CustomerId,
        kind: TimelineKind,
        /** Where the page before ended; null for the newest. */
        after: z.string().nullable(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ entries: z.array(TimelineEntry), next: z.string().nullable() })),
  /** The latest visits of each of many customers, newest first, those of one customer together. */
  latestOfCustomers: procedure
    .input(z.object({ customerIds: z.array(CustomerId).min(1).max(1000), limit: z.int().min(1).max(20) }))
    .output(z.array(Visit)),
  timelineCounts: procedure
    .input(z.object({ customerId: CustomerId }))
    .output(z.object({ all: z.int(), visit: z.int(), followUp: z.int() })),
}
