import { implement } from '@orpc/server'
import { attachments } from '#contract/attachments.ts'
import type { Context } from '../lib/context.ts'
import { attachmentsOf, handleOf, pictureOf } from './attachment-queries.ts'
import { attachmentState } from './attachment-state.ts'
import { addAttachments, editAttachment, removeAttachment } from './attachment-service.ts'

const os = implement(attachments).$context<Context>()

export const attachmentRouter = os.router({
  ofCustomer: os.ofCustomer.handler(({ context, input }) => attachmentsOf(context, input.customerId)),
  state: os.state.handler(({ context }) => attachmentState(context)),
  add: os.add.handler(({ context, input }) => addAttachments(context, input)),
  edit: os.edit.handler(({ context, input }) => editAttachment(context, input)),
  remove: os.remove.handler(({ context, input }) => removeAttachment(context, input.id)),
  picture: os.picture.handler(({ context, input }) => pictureOf(context, input.id)),
  file: os.file.handler(({ context, input }) => handleOf(context, input.id)),
})
