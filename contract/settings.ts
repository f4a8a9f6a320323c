import { z } from 'zod'
import { Day, Language, line, StaffId, Written } from './common.ts'
import { procedure } from './errors.ts'

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>

/** How card numbers are made: the parts in order. `reset` says when the counter starts again at 1. */
export const NumberRule = z.object({
  parts: z.array(
    z.discriminatedUnion('part', [
      z.object({ part: z.literal('text'), text: z.string().max(20) }),
      z.object({ part: z.literal('date'), format: z.enum(['YYYY', 'YY', 'YYYYMM', 'YYMM', 'YYYYMMDD']) }),
      z.object({ part: z.literal('counter'), digits: z.int().min(1).max(9) }),
    ]),
  ),
  reset: z.enum(['never', 'year', 'month', 'day']),
})
export type NumberRule = z.infer<typeof NumberRule>

export const Settings = z.object({
  language: Language,
  theme: Theme,
  businessName: z.string(),
  businessPhone: z.string(),
  numberRule: NumberRule,
})
export type Settings = z.infer<typeof Settings>

export const Staff = z.object({ id: StaffId, name: z.string() })
export type Staff = z.infer<typeof Staff>

export const settings = {
  /** What the window needs before it draws anything. */
  start: procedure.output(
    z.object({
      /** False until the first-run questions were answered. */
      isSetUp: z.boolean(),
      settings: Settings,
      today: Day,
      staff: z.array(Staff),
      /** Who is at the desk. */
      atDesk: StaffId.nullable(),
    }),
  ),
  setUp: procedure
    .input(
      z.object({
        language: Language,
        businessName: line(200),
        staffName: line(100),
        withSampleData: z.boolean(),
      }),
    )
    .output(Written),
  save: procedure.input(Settings.partial().omit({ numberRule: true })).output(z.object({})),
  setAtDesk: procedure.input(z.object({ staffId: StaffId.nullable() })).output(z.object({})),
  about: procedure.output(
    z.object({
      version: z.string(),
      /** Where the data lives, to show and to copy. */
      dataFile: z.string(),
      sqlite: z.string(),
      customers: z.int(),
      visits: z.int(),
    }),
  ),
}
