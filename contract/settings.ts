import { z } from 'zod'
import { Day, Language, line, StaffId, Written } from './common.ts'
import { procedure } from './errors.ts'
import { TradeKey } from './fields.ts'
import { Staff } from './staff.ts'

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

/** How long what a card says is taken to be right, in days since it was confirmed or edited; by grade, null: no grade. */
export const Freshness = z.array(
  z.object({ grade: z.string().nullable(), goodDays: z.int().min(1).max(3650), fairDays: z.int().min(1).max(3650) }),
)
export type Freshness = z.infer<typeof Freshness>

export const Settings = z.object({
  language: Language,
  theme: Theme,
  businessName: z.string(),
  businessPhone: z.string(),
  numberRule: NumberRule,
  freshness: Freshness,
})
export type Settings = z.infer<typeof Settings>

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
        trade: TradeKey,
        withSampleData: z.boolean(),
      }),
    )
    .output(Written),
  save: procedure.input(Settings.partial()).output(z.object({})),
  /** The next numbers a rule would give, numbers given before left out. */
  nextNumbers: procedure
    .input(z.object({ rule: NumberRule, count: z.int().min(1).max(10) }))
    .output(z.object({ numbers: z.array(z.string()) })),
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
