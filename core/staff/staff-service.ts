import { v7 as uuid } from 'uuid'
import type { StaffId, Written } from '#contract/common.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { putSetting, staffAtDesk } from '../lib/preferences.ts'
import { write } from '../operations/write.ts'
import { hashedPin } from './pin.ts'

interface NewStaff {
  readonly name: string
  readonly pin: string | null
}

export async function addStaff(context: Context, { name, pin }: NewStaff): Promise<Written & { id: StaffId }> {
  const kept = pin === null ? null : await hashedPin(pin)
  return write(context, { kind: 'addStaff', subject: { name } }, async ({ db, operationId }) => {
    await refuseTakenName(db, name)
    return db
      .insertInto('staff')
      .values({ uid: uuid(), operation_id: operationId, name, pin: kept })
      .returning('id')
      .executeTakeFirstOrThrow()
  })
}

interface StaffEdit {
  readonly id: StaffId
  readonly change: {
    readonly name?: string | undefined
    readonly pin?: string | null | undefined
    readonly retired?: boolean | undefined
  }
}

/** Who leaves stays on old records. The last one stays, so that there is somebody to sit at the desk. */
export async function editStaff(context: Context, { id, change }: StaffEdit): Promise<Written> {
  const { name, pin, retired } = change
  const kept = typeof pin === 'string' ? await hashedPin(pin) : pin
  return write(context, { kind: 'editStaff' }, async ({ db, describe }) => {
    const before = await db.selectFrom('staff').select('name').where('id', '=', id).executeTakeFirst()
    if (!before) fail('NOT_FOUND', { entity: 'staff', id })
    await describe({ name: name ?? before.name })
    if (name !== undefined) await refuseTakenName(db, name, id)
    if (retired === true) await leave(db, id)

    const changed = {
      ...(name !== undefined && { name }),
      ...(kept !== undefined && { pin: kept }),
      ...(retired !== undefined && { retired: retired ? (1 as const) : (0 as const) }),
    }
    if (Object.keys(changed).length > 0) await db.updateTable('staff').set(changed).where('id', '=', id).execute()
    return {}
  })
}

/** Menus and lists show a name and nothing else, so two of the same could not be told apart. */
async function refuseTakenName(db: Db, name: string, but?: StaffId): Promise<void> {
  const others = await db.selectFrom('staff').select(['id', 'name']).where('name', '=', name).execute()
  const namesake = others.find(({ id }) => id !== but)
  if (namesake) fail('TAKEN', { field: 'name', value: name, ...namesake })
}

async function leave(db: Db, id: StaffId): Promise<void> {
  const staying = await db
    .selectFrom('staff')
    .select('id')
    .where('retired', '=', 0)
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst()
  if (!staying) fail('RULE_BROKEN', { rule: 'lastStaff' })
  if ((await staffAtDesk(db)) === id) await putSetting(db, 'atDesk', null)
}
