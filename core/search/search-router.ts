import { implement } from '@orpc/server'
import { search } from '#contract/search.ts'
import type { Context } from '../lib/context.ts'
import { hitsFor, noteOpened, recentHits } from './search-queries.ts'

const os = implement(search).$context<Context>()

export const searchRouter = os.router({
  find: os.find.handler(({ context, input }) => hitsFor(context.db, input.text, input.limit)),
  opened: os.opened.handler(async ({ context, input }) => {
    await noteOpened(context.db, input.customerId, context.clock.now())
    return {}
  }),
  recent: os.recent.handler(({ context, input }) => recentHits(context.db, input.limit)),
})
