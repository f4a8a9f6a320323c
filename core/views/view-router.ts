import { implement } from '@orpc/server'
import { views } from '#contract/views.ts'
import type { Context } from '../lib/context.ts'
import { notYet } from '../lib/not-yet.ts'

const os = implement(views).$context<Context>()

export const viewRouter = os.router({
  list: os.list.handler(notYet),
  counts: os.counts.handler(notYet),
  add: os.add.handler(notYet),
  edit: os.edit.handler(notYet),
  move: os.move.handler(notYet),
  remove: os.remove.handler(notYet),
})
