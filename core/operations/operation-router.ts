import { implement } from '@orpc/server'
import { operations } from '#contract/operations.ts'
import type { Context } from '../lib/context.ts'
import { operationsBefore } from './operation-queries.ts'
import { undoOperation } from './operation-service.ts'
import { recordHistory } from './record-history.ts'

const os = implement(operations).$context<Context>()

export const operationRouter = os.router({
  list: os.list.handler(({ context, input }) => operationsBefore(context.db, input.before, input.limit)),
  ofRecord: os.ofRecord.handler(({ context, input }) => recordHistory(context.db, input)),
  undo: os.undo.handler(({ context, input }) => undoOperation(context, input.id)),
})
