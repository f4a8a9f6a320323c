import { z } from 'zod'
import { line, ViewId, Written } from './common.ts'
import { CustomerQuery } from './customers.ts'
import { procedure } from './errors.ts'

/** A column of a list: which field, how wide in CSS pixels, and whether it stays when the list is moved sideways. */
export const ViewColumn = z.object({
  field: z.string(),
  width: z.int().min(40).max(2000).nullable(),
  pinned: z.boolean(),
})
export type ViewColumn = z.infer<typeof ViewColumn>

/** A list one comes back to: its conditions, order and columns under a name. */
export const View = z.object({
  id: ViewId,
  /** Of a view the program came with; null for one's own. */
  key: z.string().nullable(),
  labelZh: z.string(),
  labelEn: z.string(),
  query: CustomerQuery,
  /** Null: the columns every list starts with. */
  columns: z.array(ViewColumn).max(100).nullable(),
  hidden: z.boolean(),
})
export type View = z.infer<typeof View>

const content = {
  labelZh: line(60).min(1),
  labelEn: line(60).min(1),
  query: CustomerQuery,
  columns: z.array(ViewColumn).max(100).nullable(),
}

export const views = {
  /** In their order, hidden ones included. */
  list: procedure.output(z.array(View)),
  /** How many customers each view that is not hidden shows now. */
  counts: procedure.output(z.array(z.object({ id: ViewId, count: z.int() }))),
  add: procedure.input(z.object(content)).output(Written.extend({ id: ViewId })),
  edit: procedure
    .input(z.object({ id: ViewId, change: z.object({ ...content, hidden: z.boolean() }).partial() }))
    .output(Written),
  move: procedure.input(z.object({ id: ViewId, before: ViewId.nullable() })).output(Written),
  remove: procedure.input(z.object({ id: ViewId })).output(Written),
}
