import { implement } from '@orpc/server'
import { settings } from '#contract/settings.ts'
import { nextNumbers } from '../customers/take-number.ts'
import type { Context } from '../lib/context.ts'
import { about } from './about.ts'
import { currentSettings, staffAtDesk } from '../lib/preferences.ts'
import { isSetUp, staffMembers } from './settings-queries.ts'
import { saveSettings, setUp } from './settings-service.ts'

const os = implement(settings).$context<Context>()

export const settingsRouter = os.router({
  start: os.start.handler(async ({ context: { db, clock } }) => ({
    isSetUp: await isSetUp(db),
    settings: await currentSettings(db),
    today: clock.today(),
    staff: await staffMembers(db),
    atDesk: await staffAtDesk(db),
  })),
  setUp: os.setUp.handler(({ context, input }) => setUp(context, input)),
  save: os.save.handler(async ({ context, input }) => {
    await saveSettings(context, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)))
    return {}
  }),
  nextNumbers: os.nextNumbers.handler(async ({ context: { db, clock }, input: { rule, count } }) => ({
    numbers: await nextNumbers(db, rule, clock.today(), count),
  })),
  about: os.about.handler(({ context }) => about(context)),
})
