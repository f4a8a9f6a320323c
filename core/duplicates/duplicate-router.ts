import { implement } from '@orpc/server'
import { duplicates } from '#contract/duplicates.ts'
import type { Context } from '../lib/context.ts'
import { keepApart } from './apart-customers.ts'
import { compareCustomers } from './compare-customers.ts'
import { findDuplicates } from './find-duplicates.ts'
import { likelyDuplicates } from './likely-duplicates.ts'
import { mergeCustomers } from './merge-customers.ts'

const os = implement(duplicates).$context<Context>()

export const duplicateRouter = os.router({
  likely: os.likely.handler(({ context, input }) => likelyDuplicates(context.db, input)),
  find: os.find.handler(({ context, signal }) => findDuplicates(context.db, signal)),
  keepApart: os.keepApart.handler(({ context, input }) => keepApart(context, input.ids)),
  compare: os.compare.handler(({ context, input }) => compareCustomers(context, input.ids)),
  merge: os.merge.handler(({ context, input }) => mergeCustomers(context, input)),
})
