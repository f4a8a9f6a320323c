import { implement } from '@orpc/server'
import { followUps } from '#contract/follow-ups.ts'
import { dueCounts, followUpsOfToday, openFollowUpsOf } from '../follow-ups/follow-up-queries.ts'
import { saveFollowUpForMany } from '../follow-ups/follow-ups-for-many.ts'
import { removeFollowUp, rescheduleFollowUps, saveFollowUp, skipFollowUp } from '../follow-ups/follow-up-service.ts'
import type { Context } from '../lib/context.ts'
import { completeFollowUp } from './complete-follow-up.ts'

const os = implement(followUps).$context<Context>()

// Beside the visits, because completing a follow-up may write one.
export const followUpRouter = os.router({
  today: os.today.handler(({ context, input }) => followUpsOfToday(context.db, context.clock.today(), input.limit)),
  counts: os.counts.handler(({ context }) => dueCounts(context.db, context.clock.today())),
  openOfCustomer: os.openOfCustomer.handler(({ context, input }) => openFollowUpsOf(context.db, [input.customerId])),
  openOfCustomers: os.openOfCustomers.handler(({ context, input }) => openFollowUpsOf(context.db, input.customerIds)),
  saveForMany: os.saveForMany.handler(({ context, input }) =>
    saveFollowUpForMany(context, input.selection, input.followUp),
  ),
  save: os.save.handler(({ context, input }) => saveFollowUp(context, input)),
  complete: os.complete.handler(({ context, input }) => completeFollowUp(context, input)),
  reschedule: os.reschedule.handler(({ context, input }) =>
    rescheduleFollowUps(context, input.ids, input.dueOn, input.dueTime),
  ),
  skip: os.skip.handler(({ context, input }) => skipFollowUp(context, input.id, input.reason)),
  remove: os.remove.handler(({ context, input }) => removeFollowUp(context, input.id)),
})
