import { z } from 'zod'
import { Instant, OperationId, Written } from './common.ts'
import { Entity, procedure } from './errors.ts'
import { FieldValue } from './fields.ts'

export const OperationKind = z.enum([
  'setUp',
  'addSampleData',
  'createCustomer',
  'editCustomer',
  'editCustomers',
  'removeCustomers',
  'confirmCustomer',
  'mergeCustomers',
  'keepApart',
  'addContact',
  'editContact',
  'removeContact',
  'addVisit',
  'editVisit',
  'removeVisit',
  'addFollowUp',
  'addFollowUps',
  'editFollowUp',
  'completeFollowUp',
  'rescheduleFollowUps',
  'skipFollowUp',
  'removeFollowUp',
  'addAttachments',
  'editAttachment',
  'removeAttachment',
  'addField',
  'editField',
  'moveField',
  'removeField',
  'addSection',
  'editSection',
  'moveSection',
  'removeSection',
  'editChoices',
  'mergeChoices',
  'applyTemplate',
  'saveView',
  'moveView',
  'removeView',
  'addStaff',
  'editStaff',
  'import',
  'restore',
  'saveSettings',
  'undo',
])
export type OperationKind = z.infer<typeof OperationKind>

/** What an operation was about, in words that stay right when the record is gone. */
export const OperationSubject = z.object({
  /** The customer's or file's name. */
  name: z.string().optional(),
  /** Key of the field, for an edit of one field. */
  field: z.string().optional(),
  count: z.int().optional(),
  customerId: z.int().optional(),
  /** All it did was for records that are gone for good: it cannot be undone any more. */
  purged: z.boolean().optional(),
})
export type OperationSubject = z.infer<typeof OperationSubject>

export const Operation = z.object({
  id: OperationId,
  kind: OperationKind,
  subject: OperationSubject,
  madeAt: Instant,
  staffName: z.string().nullable(),
  undoneBy: OperationId.nullable(),
  /** For an undo: what it took back. */
  undoes: OperationId.nullable(),
})
export type Operation = z.infer<typeof Operation>

/** A record that an undo left as it is, because it was changed after the operation. */
export const KeptRecord = z.object({
  entity: z.union([Entity, z.literal('phone'), z.literal('other')]),
  id: z.int(),
  name: z.string(),
  /** Which of its values were kept; empty when the whole record was. */
  fields: z.array(z.string()),
  changedBy: Operation.nullable(),
})
export type KeptRecord = z.infer<typeof KeptRecord>

/** One value of a record as an operation found it and left it. */
export const ValueChange = z.object({
  /** Key of the field; of a part, the name of its value (`number` of a phone, `street` of an address …). */
  field: z.string(),
  from: FieldValue,
  to: FieldValue,
})
export type ValueChange = z.infer<typeof ValueChange>

/** What an operation did to one record or to a part of it. */
export const RecordChange = z.object({
  entity: z.union([Entity, z.enum(['phone', 'address', 'link'])]),
  id: z.int(),
  /** The record's own name: of a contact, a file, a phone … */
  name: z.string(),
  action: z.enum(['added', 'changed', 'removed']),
  /** What it held is told of what was changed, not of what was added or removed. */
  values: z.array(ValueChange),
})
export type RecordChange = z.infer<typeof RecordChange>

export const HistoryEntry = z.object({ operation: Operation, changes: z.array(RecordChange) })
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const operations = {
  /** Everything that was done to a record and its parts (a customer's phones, contacts, files …), newest first. */
  ofRecord: procedure
    .input(
      z.object({
        entity: z.enum(['customer', 'contact', 'visit', 'followUp']),
        id: z.int(),
        before: OperationId.nullable(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ entries: z.array(HistoryEntry), more: z.boolean() })),
  list: procedure
    .input(z.object({ before: OperationId.nullable(), limit: z.int().min(1).max(200) }))
    .output(z.array(Operation)),
  /** `kept` names the first hundred records that later edits protect. */
  undo: procedure
    .input(z.object({ id: OperationId }))
    .output(Written.extend({ kept: z.array(KeptRecord), keptCount: z.int() })),
}
