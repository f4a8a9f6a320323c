import { z } from 'zod'
import { Instant, OperationId, Written } from './common.ts'
import { Entity, procedure } from './errors.ts'

export const OperationKind = z.enum([
  'setUp',
  'addSampleData',
  'createCustomer',
  'editCustomer',
  'editCustomers',
  'removeCustomers',
  'addContact',
  'editContact',
  'removeContact',
  'addVisit',
  'editVisit',
  'removeVisit',
  'addFollowUp',
  'editFollowUp',
  'completeFollowUp',
  'rescheduleFollowUps',
  'skipFollowUp',
  'removeFollowUp',
  'addField',
  'import',
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

export const operations = {
  list: procedure
    .input(z.object({ before: OperationId.nullable(), limit: z.int().min(1).max(200) }))
    .output(z.array(Operation)),
  /** `kept` names the first hundred records that later edits protect. */
  undo: procedure
    .input(z.object({ id: OperationId }))
    .output(Written.extend({ kept: z.array(KeptRecord), keptCount: z.int() })),
}
