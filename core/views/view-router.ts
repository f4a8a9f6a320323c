import { implement } from '@orpc/server'
import { views } from '#contract/views.ts'
import type { Context } from '../lib/context.ts'
import { viewCounts, viewsInOrder } from './view-queries.ts'
import { addView, editView, moveView, removeView } from './view-service.ts'

const os = implement(views).$context<Context>()

export const viewRouter = os.router({
  list: os.list.handler(({ context }) => viewsInOrder(context.db)),
  counts: os.counts.handler(({ context }) => viewCounts(context.db, context.clock.today())),
  add: os.add.handler(({ context, input }) => addView(context, input)),
  edit: os.edit.handler(({ context, input }) => editView(context, input.id, input.change)),
  move: os.move.handler(({ context, input }) => moveView(context, input.id, input.before)),
  remove: os.remove.handler(({ context, input }) => removeView(context, input.id)),
})
