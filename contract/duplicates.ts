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

export const duplicates = {
  /** While a new card is typed: who has this name, a phone, the WeChat name or the number already. */
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
  /** Looks through all cards. The most telling groups first; `count` says how many there are in all. */
  find: procedure.output(
    eventIterator(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
        z.object({ type: z.literal('done'), groups: z.array(DuplicateGroup), count: z.int() }),
      ]),
    ),
  ),
  /** These are different customers: they are not named together again. */
  keepApart: procedure.input(z.object({ ids: z.array(CustomerId).min(2).max(50) })).output(Written),
  /** The cards side by side, and for each field whose value would be taken. */
  compare: procedure.input(z.object({ ids: z.array(CustomerId).min(2).max(10) })).output(
    z.object({
      cards: z.array(Card),
      /** The fuller, older card that would stay. */
      survivor: CustomerId,
      /** Fields in which the cards differ, by key. */
      suggested: z.record(z.string(), ValueSource),
    }),
  ),
  /**
   * One card stays and takes over every visit, follow-up, contact, phone, address, link and file of the others, which
   * go. `values` says whose value a field gets; where it says nothing, the suggestion holds.
   */
  merge: procedure
    .input(
      z.object({
        survivor: CustomerId,
        others: z.array(CustomerId).min(1).max(9),
        values: z.record(z.string(), ValueSource),
      }),
    )
    .output(Written.extend({ moved: z.object({ visits: z.int(), followUps: z.int(), contacts: z.int() }) })),
}
