import { implement } from '@orpc/server'
import { fields } from '#contract/fields.ts'
import type { Context } from '../lib/context.ts'
import { applyTemplate, tradeTemplates } from './apply-template.ts'
import { addChoice, editChoice, moveChoice, removeChoice } from './choice-service.ts'
import { editField } from './edit-field.ts'
import { currentLayout } from './field-queries.ts'
import { addField, moveField, removeField } from './field-service.ts'
import { fieldUsage } from './field-usage.ts'
import { mergeChoices } from './merge-choices.ts'
import { addSection, editSection, moveSection, removeSection } from './section-service.ts'

const os = implement(fields).$context<Context>()

export const fieldRouter = os.router({
  layout: os.layout.handler(({ context }) => currentLayout(context.db)),
  add: os.add.handler(({ context, input }) => addField(context, input)),
  edit: os.edit.handler(({ context, input }) => editField(context, input.id, input.change)),
  move: os.move.handler(({ context, input }) => moveField(context, input.id, input.section, input.before)),
  usage: os.usage.handler(({ context, input }) => fieldUsage(context.db, input.id)),
  remove: os.remove.handler(({ context, input }) => removeField(context, input.id)),
  addSection: os.addSection.handler(({ context, input }) => addSection(context, input)),
  editSection: os.editSection.handler(({ context, input }) => editSection(context, input.key, input.change)),
  moveSection: os.moveSection.handler(({ context, input }) => moveSection(context, input.key, input.before)),
  removeSection: os.removeSection.handler(({ context, input }) => removeSection(context, input.key, input.fieldsTo)),
  addChoice: os.addChoice.handler(({ context, input: { field, ...labels } }) => addChoice(context, field, labels)),
  editChoice: os.editChoice.handler(({ context, input: { field, key, change } }) =>
    editChoice(context, field, key, change),
  ),
  moveChoice: os.moveChoice.handler(({ context, input: { field, key, before } }) =>
    moveChoice(context, field, key, before),
  ),
  mergeChoices: os.mergeChoices.handler(({ context, input: { field, from, into } }) =>
    mergeChoices(context, field, from, into),
  ),
  removeChoice: os.removeChoice.handler(({ context, input }) => removeChoice(context, input.field, input.key)),
  templates: os.templates.handler(({ context }) => tradeTemplates(context.db)),
  applyTemplate: os.applyTemplate.handler(({ context, input }) => applyTemplate(context, input.key)),
})
