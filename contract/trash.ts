import { z } from 'zod'
import { Day, Instant, OperationId, Written } from './common.ts'
import { procedure } from './errors.ts'

export const TrashEntity = z.enum(['customer', 'contact', 'visit', 'followUp', 'attachment', 'field', 'view'])
export type TrashEntity = z.infer<typeof TrashEntity>

/** Names something deleted. */
export const TrashKey = z.object({ entity: TrashEntity, id: z.int() })
export type TrashKey = z.infer<typeof TrashKey>

export const TrashEntry = TrashKey.extend({
  operationId: OperationId,
  /** What it is called; of a visit or follow-up, what it says. May be empty. */
  name: z.string(),
  /** The day of the visit, or the day the follow-up was for. */
  on: Day.nullable(),
  /** Whose it was; empty for a customer, a field or a view. */
  customerName: z.string(),
  /** What went with a customer. */
  contacts: z.int(),
  visits: z.int(),
  removedAt: Instant,
  staffName: z.string().nullable(),
  /** The day it goes for good. */
  purgedOn: Day,
})
export type TrashEntry = z.infer<typeof TrashEntry>

const TrashQuery = z.object({ text: z.string().max(200), entity: TrashEntity.nullable() })

export const trash = {
  /** Newest first. */
  list: procedure
    .input(TrashQuery.extend({ offset: z.int().nonnegative(), limit: z.int().min(1).max(200) }))
    .output(z.object({ entries: z.array(TrashEntry), count: z.int() })),
  /** Everything comes back with what hung on it; what lost its place (a visit whose customer is gone) stays. */
  restore: procedure
    .input(z.object({ entries: z.array(TrashKey).min(1).max(10_000) }))
    .output(Written.extend({ restored: z.int(), left: z.int() })),
  /** For good, history included. Null: everything. Cannot be undone. */
  purge: procedure
    .input(z.object({ entries: z.array(TrashKey).min(1).max(10_000).nullable() }))
    .output(z.object({ purged: z.int() })),
}
