import { implement } from '@orpc/server'
import { exports } from '#contract/exports.ts'
import type { Context } from '../lib/context.ts'
import { exportCustomers } from './export-service.ts'
import { importTemplate } from './import-template.ts'

const os = implement(exports).$context<Context>()

export const exportRouter = os.router({
  template: os.template.handler(({ context, input }) => importTemplate(context, input.language)),
  run: os.run.handler(({ context, input }) => exportCustomers(context, input)),
})
