import { implement } from '@orpc/server'
import type { OperationId } from '#contract/common.ts'
import { changes } from '#contract/changes.ts'
import type { Context } from './lib/context.ts'

const os = implement(changes).$context<Context>()

export const changeRouter = os.router({
  watch: os.watch.handler(async function* ({ context, signal }) {
    for await (const operationId of context.changes.watch(signal)) {
      yield { operationId: operationId as OperationId | null }
    }
  }),
})
