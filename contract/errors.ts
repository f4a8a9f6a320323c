import { oc } from '@orpc/contract'
import { z } from 'zod'

export const Entity = z.enum([
  'customer',
  'contact',
  'visit',
  'followUp',
  'field',
  'section',
  'choice',
  'view',
  'attachment',
  'operation',
  'file',
  'staff',
])
export type Entity = z.infer<typeof Entity>

/** Why a value does not fit its field. The page shows it under the field. */
export const ValueProblem = z.enum([
  'required',
  'notText',
  'tooLong',
  'notANumber',
  'notMoney',
  'notADate',
  'notAPartialDate',
  'notYesOrNo',
  'unknownChoice',
  'notAnEmail',
  'notALink',
  'unknownCustomer',
  'readOnly',
])
export type ValueProblem = z.infer<typeof ValueProblem>

/** Why a spreadsheet could not be read. */
export const FileProblem = z.enum([
  'passwordProtected',
  'oldExcel',
  'numbers',
  'openDocument',
  'binaryWorkbook',
  'disguisedWorkbook',
  'contactCards',
  'notASpreadsheet',
  'truncated',
  'corrupted',
  'tooLarge',
  'unpacksTooLarge',
  'tooManyCells',
  'lineTooLong',
  'empty',
  'tookTooLong',
  'outOfMemory',
])
export type FileProblem = z.infer<typeof FileProblem>

/** Every way a request can fail that the user can do something about; the status is for who watches the line. */
export const domainErrors = {
  NOT_FOUND: { status: 404, data: z.object({ entity: Entity, id: z.int() }) },
  /** Another record already has this value; `name` and `id` say which. */
  TAKEN: { status: 409, data: z.object({ field: z.string(), value: z.string(), id: z.int(), name: z.string() }) },
  /** Somebody saved the same field in the meantime; `now` is what it holds. */
  CHANGED_MEANWHILE: { status: 409, data: z.object({ field: z.string(), now: z.unknown() }) },
  BAD_VALUE: { status: 422, data: z.object({ field: z.string(), problem: ValueProblem }) },
  RULE_BROKEN: {
    status: 409,
    data: z.object({
      rule: z.enum([
        'nextBeforeVisit',
        'followUpClosed',
        'alreadyUndone',
        'cannotUndo',
        'alreadyStarted',
        'fieldExists',
        'sectionExists',
        'choiceExists',
        'shippedField',
        'neededByProgram',
        'tooManyRequired',
        'lastSection',
        'choiceInUse',
        'valuesDoNotFit',
        'numberWithoutCounter',
        'lastStaff',
        'purged',
        'mergeWithItself',
      ]),
    }),
  },
  UNREADABLE_FILE: { status: 422, data: z.object({ problem: FileProblem, line: z.int().optional() }) },
  /** A PIN that does not fit; after several, the next try has to wait. */
  WRONG_PIN: { status: 403, data: z.object({ waitSeconds: z.int() }) },
  /** A file that cannot be kept with a card. */
  ATTACHMENT_REFUSED: {
    status: 422,
    data: z.object({ name: z.string(), reason: z.enum(['empty', 'tooLarge', 'unreadable']) }),
  },
  DISK_FULL: { status: 507, data: z.object({}) },
  READ_ONLY: { status: 403, data: z.object({}) },
} as const

export const procedure = oc.errors(domainErrors)

export type DomainErrorCode = keyof typeof domainErrors
