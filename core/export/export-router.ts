import { implement } from '@orpc/server'
import { exports } from '#contract/exports.ts'
import type { Context } from '../lib/context.ts'
import { runExport } from './run-export.ts'

const os = implement(exports).$context<Context>()

export const exportRouter = os.router({
  run: os.run.handler(({ context, input, signal }) => runExport(context, input, signal)),
})
