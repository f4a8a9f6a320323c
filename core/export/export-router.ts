import { implement } from '@orpc/server'
import { exports } from '#contract/exports.ts'
import type { Context } from '../lib/context.ts'
import { exportCustomers } from './export-service.ts'

const os = implement(exports).$context<Context>()

export const exportRouter = os.router({
  run: os.run.handler(({ context, input }) => exportCustomers(context, input)),
})
