import { implement } from '@orpc/server'
import { fields } from '#contract/fields.ts'
import type { Context } from '../lib/context.ts'
import { currentLayout } from './field-queries.ts'
import { notYet } from '../lib/not-yet.ts'
import { addField } from './field-service.ts'

const os = implement(fields).$context<Context>()

export const fieldRouter = os.router({
  layout: os.layout.handler(({ context }) => currentLayout(context.db)),
  add: os.add.handler(({ context, input }) => addField(context, input)),
  edit: os.edit.handler(notYet),
  move: os.move.handler(notYet),
  usage: os.usage.handler(notYet),
  remove: os.remove.handler(notYet),
  addSection: os.addSection.handler(notYet),
  editSection: os.editSection.handler(notYet),
  moveSection: os.moveSection.handler(notYet),
  removeSection: os.removeSection.handler(notYet),
  addChoice: os.addChoice.handler(notYet),
  editChoice: os.editChoice.handler(notYet),
  moveChoice: os.moveChoice.handler(notYet),
  mergeChoices: os.mergeChoices.handler(notYet),
  removeChoice: os.removeChoice.handler(notYet),
  templates: os.templates.handler(notYet),
  applyTemplate: os.applyTemplate.handler(notYet),
})
