import { implement } from '@orpc/server'
import { exports } from '#contract/exports.ts'
import { notYet } from '../lib/not-yet.ts'
import type { Context } from '../lib/context.ts'
import { exportCustomers } from './export-service.ts'

const os = implement(exports).$context<Context>()

export const exportRouter = os.router({
  template: os.template.handler(notYet),
  run: os.run.handler(({ context, input }) => exportCustomers(context, input)),
})
