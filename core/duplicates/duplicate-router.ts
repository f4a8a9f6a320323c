import { implement } from '@orpc/server'
import { duplicates } from '#contract/duplicates.ts'
import type { Context } from '../lib/context.ts'
import { notYet } from '../lib/not-yet.ts'

const os = implement(duplicates).$context<Context>()

export const duplicateRouter = os.router({
  likely: os.likely.handler(notYet),
  find: os.find.handler(async function* () {
    yield await Promise.reject(new Error('Not built yet'))
  }),
  keepApart: os.keepApart.handler(notYet),
  compare: os.compare.handler(notYet),
  merge: os.merge.handler(notYet),
})
