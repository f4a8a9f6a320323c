import { implement } from '@orpc/server'
import { trash } from '#contract/trash.ts'
import type { Context } from '../lib/context.ts'
import { purgeTrash } from './purge.ts'
import { restoreFromTrash } from './restore.ts'
import { trashPage } from './trash-queries.ts'

const os = implement(trash).$context<Context>()

export const trashRouter = os.router({
  list: os.list.handler(({ context, input }) => trashPage(context.db, input)),
  restore: os.restore.handler(({ context, input }) => restoreFromTrash(context, input.entries)),
  purge: os.purge.handler(({ context, input }) => purgeTrash(context, input.entries)),
})
