import { implement } from '@orpc/server'
import { staff } from '#contract/staff.ts'
import type { Context } from '../lib/context.ts'
import { notYet } from '../lib/not-yet.ts'

const os = implement(staff).$context<Context>()

export const staffRouter = os.router({
  add: os.add.handler(notYet),
  edit: os.edit.handler(notYet),
  setAtDesk: os.setAtDesk.handler(notYet),
})
