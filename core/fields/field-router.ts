import { implement } from '@orpc/server'
import { fields } from '#contract/fields.ts'
import type { Context } from '../lib/context.ts'
import { currentLayout } from './field-queries.ts'
import { addField } from './field-service.ts'

const os = implement(fields).$context<Context>()

export const fieldRouter = os.router({
  layout: os.layout.handler(({ context }) => currentLayout(context.db)),
  add: os.add.handler(({ context, input }) => addField(context, input)),
})
