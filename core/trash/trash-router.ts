import { implement } from '@orpc/server'
import { trash } from '#contract/trash.ts'
import type { Context } from '../lib/context.ts'
import { notYet } from '../lib/not-yet.ts'

const os = implement(trash).$context<Context>()

export const trashRouter = os.router({
  list: os.list.handler(notYet),
  restore: os.restore.handler(notYet),
  purge: os.purge.handler(notYet),
})
