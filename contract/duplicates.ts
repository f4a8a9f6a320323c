import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { CustomerId, Instant, Written } from './common.ts'
import { Card, CustomerKind } from './customers.ts'
import { procedure } from './errors.ts'

export const DuplicateReason = z.enum(['phone', 'wechat', 'name', 'number'])
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** A customer as the list of duplicates shows it. */
export const LikelyCustomer = z.object({
  id: CustomerId,
  number: z.string(),
  kind: CustomerKind,
  name: z.string(),
  phone: z.string().nullable(),
  region: z.string(),
  visits: z.int(),
  changedAt: Instant,
})
export type LikelyCustomer = z.infer<typeof LikelyCustomer>

export const LikelyMatch = LikelyCustomer.extend({
  reason: DuplicateReason,
  /** The contact who has the phone or WeChat, when it is not the customer's own. */
  contactName: z.string().nullable(),
})
export type LikelyMatch = z.infer<typeof LikelyMatch>

/** Cards that are probably the same customer, with what speaks for it and the value they share. */
export const DuplicateGroup = z.object({
  customers: z.array(LikelyCustomer),
  reasons: z.array(z.object({ reason: DuplicateReason, value: z.string() })),
})
export type DuplicateGroup = z.infer<typeof DuplicateGroup>

/** Whose value a merged card gets; `all` puts lists and texts together. */
export const ValueSource = z.union([CustomerId, z.literal('all')])
export type ValueSource = z.infer<typeof ValueSource>

/** A field in which cards differ. Where only one of them says anything, there is nothing to choose. */
export const Difference = z.object({
  field: z.string(),
  /** The fuller value, else the one written later; `all` where nothing need be lost. */
  suggested: ValueSource,
  canHoldAll: z.boolean(),
})
export type Difference = z.infer<typeof Difference>

/** How much hangs on a card, to be moved to another. */
export const RecordCounts = z.object({ visits: z.int(), followUps: z.int(), contacts: z.int(), attachments: z.int() })
export type RecordCounts = z.infer<typeof RecordCounts>

/** Cards that can become one at a time. */
export const mostMerged = 10

export const duplicates = {
  /** While a card is typed: who has this name, a phone, the WeChat name or the number already, the surest first. */
  likely: procedure
    .input(
      z.object({
        name: z.string().max(200),
        phones: z.array(z.string().max(60)).max(20),
        wechat: z.string().max(100),
        number: z.string().max(100),
        /** The card itself, when it is there already. */
        except: CustomerId.nullable(),
      }),
    )
    .output(z.array(LikelyMatch)),
  /**
   * Looks through all cards; ending the stream stops it. The most telling groups first, as many as one would work
   * through in a day; `count` says how many there are in all.
   */
  find: procedure.output(
    eventIterator(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
        z.object({ type: z.literal('done'), groups: z.array(DuplicateGroup), count: z.int() }),
      ]),
    ),
  ),
  /** These are different customers: no two of them are named together again. */
  keepApart: procedure.input(z.object({ ids: z.array(CustomerId).min(2).max(50) })).output(Written),
  /** The cards side by side in the order asked for, and for each field in which they differ whose value would be taken. */
  compare: procedure.input(z.object({ ids: z.array(CustomerId).min(2).max(mostMerged) })).output(
    z.object({
      cards: z.array(Card.extend({ records: RecordCounts })),
      /** The fuller, older card that would stay. */
      survivor: CustomerId,
      differences: z.array(Difference),
    }),
  ),
  /**
   * One card stays and takes over every visit, follow-up, contact, phone, address, link and file of the others, which
   * go. Its number stays; the others' numbers are not given again. `values` says whose value a field gets; where it says
   * nothing, the suggestion holds.
   */
  merge: procedure
    .input(
      z.object({
        survivor: CustomerId,
        others: z
          .array(CustomerId)
          .min(1)
          .max(mostMerged - 1),
        values: z.record(z.string(), ValueSource),
      }),
    )
    .output(Written.extend({ moved: RecordCounts })),
}
