import { z } from 'zod'
import { cleanText } from './text.ts'

export const CustomerId = z.int().positive().brand<'CustomerId'>()
export type CustomerId = z.infer<typeof CustomerId>

export const ContactId = z.int().positive().brand<'ContactId'>()
export type ContactId = z.infer<typeof ContactId>

export const VisitId = z.int().positive().brand<'VisitId'>()
export type VisitId = z.infer<typeof VisitId>

export const FollowUpId = z.int().positive().brand<'FollowUpId'>()
export type FollowUpId = z.infer<typeof FollowUpId>

export const StaffId = z.int().positive().brand<'StaffId'>()
export type StaffId = z.infer<typeof StaffId>

export const ViewId = z.int().positive().brand<'ViewId'>()
export type ViewId = z.infer<typeof ViewId>

export const AttachmentId = z.int().positive().brand<'AttachmentId'>()
export type AttachmentId = z.infer<typeof AttachmentId>

export const OperationId = z.int().positive().brand<'OperationId'>()
export type OperationId = z.infer<typeof OperationId>

/** A calendar day in the user's own time zone, `YYYY-MM-DD`. Never an instant. */
export const Day = z.iso.date().brand<'Day'>()
export type Day = z.infer<typeof Day>

/** A wall-clock time of a day, `HH:MM`. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'TimeOfDay'>()
export type TimeOfDay = z.infer<typeof TimeOfDay>

/** A wall-clock minute in the user's own time zone, `YYYY-MM-DDTHH:MM`. It stays the same when the PC moves. */
export const LocalMinute = z.iso.datetime({ local: true, precision: -1 }).brand<'LocalMinute'>()
export type LocalMinute = z.infer<typeof LocalMinute>

/** Milliseconds since 1970 UTC: when something was typed, never when it happened for the customer. */
export const Instant = z.int().nonnegative().brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

export const Language = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof Language>

/** One line of text: control characters and line breaks gone, ends trimmed. */
export function line(max: number) {
  return z
    .string()
    .overwrite((value) =>
      cleanText(value)
        .text.replace(/\s*\n\s*/g, ' ')
        .trim(),
    )
    .max(max)
}

/** Text of several lines, kept as typed but for control characters. */
export function prose(max: number) {
  return z
    .string()
    .overwrite((value) => cleanText(value).text)
    .max(max)
}

/** What every write answers with, so that the page can offer Undo. */
export const Written = z.object({ operationId: OperationId })
export type Written = z.infer<typeof Written>
