import type { StaffId } from '#contract/common.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { putSetting } from '../lib/preferences.ts'
import { fitsPin } from './pin.ts'
import { type PinTries, pinTries } from './pin-tries.ts'

interface Sitting {
  readonly staffId: StaffId | null
  readonly pin: string | null
}

/** From now on new records go under this name. Who has left cannot sit down, and who has a PIN is asked for it. */
export async function setAtDesk(context: Context, { staffId, pin }: Sitting): Promise<void> {
  if (staffId !== null) await letSitDown(context, staffId, pin)
  await putSetting(context.db, 'atDesk', staffId)
  context.changes.publish(null)
}

async function letSitDown(context: Context, id: StaffId, pin: string | null): Promise<void> {
  const member = await context.db.selectFrom('staff').select(['pin', 'retired']).where('id', '=', id).executeTakeFirst()
  if (!member || member.retired === 1) fail('NOT_FOUND', { entity: 'staff', id })
  if (member.pin === null) return
  if (pin === null) fail('WRONG_PIN', { waitSeconds: 0 })

  const tries = triesAt(context)
  const now = context.clock.now()
  const wait = tries.waitOf(id, now)
  if (wait > 0) fail('WRONG_PIN', { waitSeconds: wait })
  const waitIfWrong = tries.count(id, now)
  if (!(await fitsPin(pin, member.pin))) fail('WRONG_PIN', { waitSeconds: waitIfWrong })
  tries.forget(id)
}

const triesByDatabase = new WeakMap<Context['database'], PinTries>()

function triesAt({ database }: Context): PinTries {
  const tries = triesByDatabase.get(database) ?? pinTries()
  triesByDatabase.set(database, tries)
  return tries
}
