import { implement } from '@orpc/server'
import { visits } from '#contract/visits.ts'
import type { Context } from '../lib/context.ts'
import { timelineCounts, timelineOf } from './timeline.ts'
import { latestVisitsOf } from './visit-queries.ts'
import { editVisit, removeVisit, saveVisit } from './visit-service.ts'

const os = implement(visits).$context<Context>()

export const visitRouter = os.router({
  save: os.save.handler(({ context, input }) => saveVisit(context, input)),
  edit: os.edit.handler(({ context, input }) => editVisit(context, input)),
  remove: os.remove.handler(({ context, input }) => removeVisit(context, input.id)),
  timeline: os.timeline.handler(({ context, input }) =>
    timelineOf(context.db, input.customerId, input.kind, input.after, input.limit),
  ),
  latestOfCustomers: os.latestOfCustomers.handler(({ context, input }) =>
    latestVisitsOf(context.db, input.customerIds, input.limit),
  ),
  timelineCounts: os.timelineCounts.handler(({ context, input }) => timelineCounts(context.db, input.customerId)),
})
