import { implement } from '@orpc/server'
import { attachments } from '#contract/attachments.ts'
import type { Context } from '../lib/context.ts'
import { notYet } from '../lib/not-yet.ts'

const os = implement(attachments).$context<Context>()

export const attachmentRouter = os.router({
  ofCustomer: os.ofCustomer.handler(notYet),
  add: os.add.handler(notYet),
  edit: os.edit.handler(notYet),
  remove: os.remove.handler(notYet),
  picture: os.picture.handler(notYet),
  file: os.file.handler(notYet),
})
