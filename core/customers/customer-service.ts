import { v7 as uuid } from 'uuid'
import type { CustomerId, Written } from '#contract/common.ts'
import type { CustomerDraft, CustomerSelection } from '#contract/customers.ts'
import type { Field, FieldValue, FieldValues } from '#contract/fields.ts'
import type { PhoneDraft } from '#contract/phones.ts'
import type { Db } from '../db/open.ts'
import { fieldsByKey, ownerField } from '../fields/field-queries.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { currentSettings, staffAtDesk } from '../lib/preferences.ts'
import { inSlices } from '../lib/slices.ts'
import { write, type Writing } from '../operations/write.ts'
import { checkedValues } from './checked-values.ts'
import { insertContact } from './contact-service.ts'
import { selectedCustomers } from './customer-selection.ts'
import { customerName } from './customer-queries.ts'
import { fieldValuesJson } from './field-values.ts'
import { putPhones } from './phone-service.ts'
import { readingOf } from '../search/reading.ts'
import { takeNumber } from './take-number.ts'

export async function createCustomer(
  context: Context,
  draft: CustomerDraft,
): Promise<Written & { id: CustomerId; number: string }> {
  return write(context, { kind: 'createCustomer', subject: { name: draft.name } }, async (writing) => {
    const { db, describe } = writing
    const number = await numberFor(context, db, draft.values['number'] ?? null)
    const id = await insertCustomer(context, writing, draft, number)
    await putPhones(writing, id, null, draft.phones)
    if (draft.contact) {
      await insertContact(writing, id, { ...draft.contact, isPrimary: true, isDecisionMaker: false })
    }
    await describe({ name: draft.name, customerId: id })
    return { id, number }
  })
}

export async function savePhones(context: Context, id: CustomerId, phones: readonly PhoneDraft[]): Promise<Written> {
  const name = await customerName(context.db, id)
  const subject = { name, field: 'phones', customerId: id }
  return write(context, { kind: 'editCustomer', subject }, async (writing) => {
    await putPhones(writing, id, null, phones)
    return {}
  })
}

/** Deletes customers with everything that hangs on them; the undo of the operation brings all of it back. */
export async function removeCustomers(
  context: Context,
  selection: CustomerSelection,
): Promise<Written & { count: number }> {
  return write(context, { kind: 'removeCustomers' }, async ({ db, describe }) => {
    const ids = await selectedCustomers(context, db, selection)
    const [first] = ids
    await describe({ count: ids.length, ...(first && ids.length === 1 ? { name: await customerName(db, first) } : {}) })
    await inSlices(ids, 500, async (id) => {
      await db.deleteFrom('customers').where('id', '=', id).execute()
    })
    return { count: ids.length }
  })
}

async function insertCustomer(
  context: Context,
  { db, operationId }: Writing,
  { kind, name, values }: CustomerDraft,
  number: string,
): Promise<CustomerId> {
  const fields = await fieldsByKey(db, 'customer')
  const checked = await checkedValues(db, fields, { ...(await ownerAtDesk(db, fields)), ...values, number })
  const text = (key: string) => String(checked[key] ?? '')
  const { id } = await db
    .insertInto('customers')
    .values({
      uid: uuid(),
      operation_id: operationId,
      number,
      kind,
      name,
      short_name: text('shortName'),
      reading: text('reading') || readingOf(name, kind),
      field_values: fieldValuesJson(checked, fields),
      created_by: await nameAtDesk(db),
      created_on: context.clock.today(),
      created_at: context.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The number typed by hand if nobody has it, else the next one by the rule. */
async function numberFor(context: Context, db: Db, typed: FieldValue): Promise<string> {
  if (typeof typed === 'string' && typed.trim() !== '') {
    await refuseTakenNumber(db, typed.trim(), null)
    return typed.trim()
  }
  const { numberRule } = await currentSettings(db)
  return takeNumber(db, numberRule, context.clock.today())
}

export async function refuseTakenNumber(db: Db, number: string, own: CustomerId | null): Promise<void> {
  const holder = await db.selectFrom('customers').select(['id', 'name']).where('number', '=', number).executeTakeFirst()
  if (holder && holder.id !== own) fail('TAKEN', { field: 'number', value: number, id: holder.id, name: holder.name })
}

/** Whoever writes a card looks after the customer, unless it says otherwise. */
async function ownerAtDesk(db: Db, fields: ReadonlyMap<string, Field>): Promise<FieldValues> {
  const id = await staffAtDesk(db)
  const owner = fields.get(ownerField)
  return id === null || !owner || owner.hidden || owner.retired ? {} : { [ownerField]: String(id) }
}

async function nameAtDesk(db: Db): Promise<string> {
  const id = await staffAtDesk(db)
  if (id === null) return ''
  const row = await db.selectFrom('staff').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? ''
}
