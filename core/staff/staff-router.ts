import { implement } from '@orpc/server'
import { staff } from '#contract/staff.ts'
import type { Context } from '../lib/context.ts'
import { setAtDesk } from './desk.ts'
import { addStaff, editStaff } from './staff-service.ts'

const os = implement(staff).$context<Context>()

export const staffRouter = os.router({
  add: os.add.handler(({ context, input }) => addStaff(context, input)),
  edit: os.edit.handler(({ context, input }) => editStaff(context, input)),
  setAtDesk: os.setAtDesk.handler(async ({ context, input }) => {
    await setAtDesk(context, input)
    return {}
  }),
})
