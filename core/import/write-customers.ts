import { v7 as uuid } from 'uuid'
import type { ContactId, CustomerId, Day, Instant, StaffId } from '#contract/common.ts'
import type { CustomerKind } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { phoneDigits } from '#contract/phones.ts'
import type { PartialDate } from '#contract/partial-date.ts'
import { fieldValuesJson } from '../customers/field-values.ts'
import { ownerField } from '../fields/field-queries.ts'
import type { Writing } from '../operations/write.ts'
import { readingOf } from '../search/reading.ts'
import type { ContactState, CustomerState, PhoneState } from './customer-state.ts'
import type { Touched } from './resolve-rows.ts'
import { staffByName, withOwnerById } from './staff-names.ts'
import { writeAddresses } from './write-addresses.ts'
import { insertVisits } from './write-visits.ts'

export interface WriteSetting {
  readonly fields: ReadonlyMap<string, Field>
  readonly today: Day
  readonly now: Instant
  readonly nameAtDesk: string
  /** How a visit was made when the file does not say. */
  readonly channel: string
  readonly takeNumbers: (count: number) => Promise<readonly string[]>
}

/** SQLite binds at most 32,766 values in one statement; rows of a dozen columns go in by this many. */
const ROWS_AT_ONCE = 100

type Values = Readonly<Record<string, FieldValue>>

/** Writes one page of rows: new customers first, then what hangs on them and what changes on others. */
export async function writeCustomers(
  writing: Writing,
  { created, updated }: Touched,
  setting: WriteSetting,
): Promise<void> {
  const withoutNumber = created.filter(({ state }) => textOf(state.values, 'number') === '')
  const numbers = await setting.takeNumbers(withoutNumber.length)
  for (const [index, { state }] of withoutNumber.entries()) state.values['number'] = numbers[index] ?? ''

  const staff = await ownersOf(writing, [...created.map(({ state }) => state), ...updated])
  for (const slots of chunks(created)) {
    const ids = await insertCustomers(
      writing,
      slots.map(({ state }) => state),
      setting,
      staff,
    )
    for (const [index, slot] of slots.entries()) slot.id = ids[index] ?? null
  }
  for (const state of updated)
    if (state.id !== null && state.changed.size > 0) await updateCustomer(writing, state.id, state, setting, staff)

  const all = [...created.map(({ id, state }) => ({ id, state })), ...updated.map((state) => ({ id: state.id, state }))]
  await insertPhones(
    writing,
    all.flatMap(({ id, state }) => newPhones(id, null, state.phones)),
  )
  await writeAddresses(writing, all)
  await writeContacts(writing, all)
  await insertVisits(writing, all, setting)
}

async function insertCustomers(
  { db, operationId }: Writing,
  states: readonly CustomerState[],
  setting: WriteSetting,
  staff: ReadonlyMap<string, StaffId>,
): Promise<CustomerId[]> {
  const rows = states.map(({ values }) => {
    const name = textOf(values, 'name')
    const kind = textOf(values, 'kind') === 'company' ? ('company' as const) : ('person' as const)
    return {
      uid: uuid(),
      operation_id: operationId,
      number: textOf(values, 'number'),
      kind,
      name,
      short_name: textOf(values, 'shortName'),
      reading: textOf(values, 'reading') || readingOf(name, kind),
      field_values: fieldValuesJson(withOwnerById(values, staff), setting.fields),
      created_by: textOf(values, 'createdBy') || setting.nameAtDesk,
      created_on: (textOf(values, 'createdOn') || setting.today) as Day,
      created_at: setting.now,
    }
  })
  const inserted = await db.insertInto('customers').values(rows).returning(['id', 'uid']).execute()
  const ids = new Map(inserted.map(({ id, uid }) => [uid, id]))
  return rows.flatMap(({ uid }) => ids.get(uid) ?? [])
}

async function updateCustomer(
  { db }: Writing,
  id: CustomerId,
  { values, changed }: CustomerState,
  { fields }: WriteSetting,
  staff: ReadonlyMap<string, StaffId>,
): Promise<void> {
  const name = textOf(values, 'name')
  const kind = textOf(values, 'kind') as CustomerKind
  const isRenamed = changed.has('name') || changed.has('kind')
  await db
    .updateTable('customers')
    .set({
      name,
      kind,
      number: textOf(values, 'number'),
      short_name: textOf(values, 'shortName'),
      reading: isRenamed && !changed.has('reading') ? readingOf(name, kind) : textOf(values, 'reading'),
      created_by: textOf(values, 'createdBy'),
      created_on: textOf(values, 'createdOn') as Day,
      field_values: fieldValuesJson(withOwnerById(values, staff), fields),
    })
    .where('id', '=', id)
    .execute()
}

/** Nobody is looked for while no row names an owner. */
async function ownersOf(writing: Writing, states: readonly CustomerState[]): Promise<ReadonlyMap<string, StaffId>> {
  const names = states.map(({ values }) => textOf(values, ownerField)).filter((name) => name !== '')
  return names.length === 0 ? new Map() : staffByName(writing, names)
}

export type Holder = { readonly id: CustomerId | null; readonly state: CustomerState }

async function writeContacts(writing: Writing, holders: readonly Holder[]): Promise<void> {
  const { db, operationId } = writing
  const fresh: { customerId: CustomerId; contact: ContactState; position: number; isPrimary: boolean }[] = []
  const phones: PhoneRow[] = []
  for (const { id: customerId, state } of holders) {
    if (customerId === null) continue
    const hasPrimary = state.contacts.some(({ id, values }) => id !== null && values['isPrimary'] === true)
    const chosen = state.contacts.find(({ id, values }) => id === null && values['isPrimary'] === true)
    const primary = hasPrimary ? undefined : (chosen ?? state.contacts.find(({ id }) => id === null))
    for (const [position, contact] of state.contacts.entries()) {
      if (contact.id === null) fresh.push({ customerId, contact, position, isPrimary: contact === primary })
      else {
        if (contact.changed.size > 0)
          await db.updateTable('contacts').set(contactColumns(contact.values)).where('id', '=', contact.id).execute()
        phones.push(...newPhones(customerId, contact.id, contact.phones))
      }
    }
  }
  for (const chunk of chunks(fresh)) {
    const rows = chunk.map(({ customerId, contact, position, isPrimary }) => ({
      ...contactColumns(contact.values),
      uid: uuid(),
      operation_id: operationId,
      customer_id: customerId,
      is_primary: isPrimary ? (1 as const) : (0 as const),
      position,
    }))
    const inserted = await db.insertInto('contacts').values(rows).returning(['id', 'uid']).execute()
    const ids = new Map(inserted.map(({ id, uid }) => [uid, id]))
    for (const [index, { customerId, contact }] of chunk.entries()) {
      phones.push(...newPhones(customerId, ids.get(rows[index]?.uid ?? '') ?? null, contact.phones))
    }
  }
  await insertPhones(writing, phones)
}

function contactColumns(values: Values) {
  const name = textOf(values, 'name')
  return {
    name,
    reading: textOf(values, 'reading') || readingOf(name, 'person'),
    title: textOf(values, 'title'),
    role: textOf(values, 'role') || null,
    is_decision_maker: values['isDecisionMaker'] === true ? (1 as const) : (0 as const),
    wechat: textOf(values, 'wechat'),
    email: textOf(values, 'email'),
    birthday: (textOf(values, 'birthday') || null) as PartialDate | null,
    hometown: textOf(values, 'hometown'),
    preferred_channel: textOf(values, 'preferredChannel') || null,
    relation: textOf(values, 'relation'),
    notes: textOf(values, 'notes'),
  }
}

interface PhoneRow {
  readonly customerId: CustomerId
  readonly contactId: ContactId | null
  readonly label: string
  readonly number: string
  readonly position: number
}

function newPhones(
  customerId: CustomerId | null,
  contactId: ContactId | null,
  phones: readonly PhoneState[],
): PhoneRow[] {
  if (customerId === null) return []
  return phones.flatMap(({ label, number, isNew }, position) =>
    isNew ? [{ customerId, contactId, label, number, position }] : [],
  )
}

async function insertPhones({ db, operationId }: Writing, phones: readonly PhoneRow[]): Promise<void> {
  for (const chunk of chunks(phones)) {
    const rows = chunk.map(({ customerId, contactId, label, number, position }) => ({
      operation_id: operationId,
      customer_id: customerId,
      contact_id: contactId,
      label,
      number,
      digits: phoneDigits(number),
      position,
    }))
    await db.insertInto('phones').values(rows).execute()
  }
}

function textOf(values: Values, key: string): string {
  const value = values[key]
  return value === undefined || value === null ? '' : String(value)
}

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += ROWS_AT_ONCE) yield items.slice(at, at + ROWS_AT_ONCE)
}
