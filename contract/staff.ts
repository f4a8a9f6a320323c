import { z } from 'zod'
import { line, StaffId, Written } from './common.ts'
import { procedure } from './errors.ts'

export const Staff = z.object({
  id: StaffId,
  name: z.string(),
  /** Asked for when they sit down at the desk. It keeps mistakes apart, not thieves out. */
  hasPin: z.boolean(),
  /** Has left: stays on old records, is offered nowhere. */
  retired: z.boolean(),
})
export type Staff = z.infer<typeof Staff>

const Pin = z.string().regex(/^\d{4,8}$/)

export const staff = {
  add: procedure
    .input(z.object({ name: line(100).min(1), pin: Pin.nullable() }))
    .output(Written.extend({ id: StaffId })),
  /** What is left out stays; a PIN of null takes it away. */
  edit: procedure
    .input(
      z.object({
        id: StaffId,
        change: z.object({ name: line(100).min(1), pin: Pin.nullable(), retired: z.boolean() }).partial(),
      }),
    )
    .output(Written),
  /** Who is at the desk from now on: new records go under this name. */
  setAtDesk: procedure
    .input(z.object({ staffId: StaffId.nullable(), pin: z.string().max(20).nullable() }))
    .output(z.object({})),
}
