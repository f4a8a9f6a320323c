import {
  type Arbitrary,
  assert,
  asyncProperty,
  array,
  constantFrom,
  integer,
  option,
  record,
  subarray,
} from 'fast-check'
import { v7 as uuid } from 'uuid'
import { expect, it } from 'vitest'
import type { CustomerId } from '#contract/common.ts'
import type { ValueSource } from '#contract/duplicates.ts'
import { saveAddresses } from '#core/customers/address-service.ts'
import { saveAffiliates } from '#core/customers/affiliate-service.ts'
import { confirmCustomer } from '#core/customers/confirm-customer.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { withFieldValue } from '#core/db/json.ts'
import { trackedShapes } from '#core/db/tracking.ts'
import { keepApart } from '#core/duplicates/apart-customers.ts'
import { type Merge, mergeCustomers } from '#core/duplicates/merge-customers.ts'
import { addField } from '#core/fields/field-service.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { write } from '#core/operations/write.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

const count = 5
const anyPlace = integer({ min: 0, max: count - 1 })
const anyPhone = constantFrom('138 0000 0001', '+86 13800000001', '１３８00000002', '0571-88880001', '分机 12', '—')
const anyWord = constantFrom('青禾里', '青禾里饭店', '=1+1', '<b>', '😀', '杭州 西湖区')

const anyCustomer = record({
  kind: constantFrom('person' as const, 'company' as const),
  name: constantFrom('青禾里', '青禾里餐饮', '王芳'),
  region: option(anyWord, { nil: null }),
  needs: option(anyWord, { nil: null }),
  tags: subarray(['老客户', '急', '转介绍']),
  phones: array(anyPhone, { maxLength: 3 }),
  contacts: array(record({ name: anyWord, phones: array(anyPhone, { maxLength: 2 }) }), { maxLength: 2 }),
  addresses: array(constantFrom('文三路 1 号', '文三路1号', '延安路 8 号'), { maxLength: 2 }),
  visits: integer({ min: 0, max: 3 }),
  files: integer({ min: 0, max: 2 }),
  confirmed: constantFrom(true, false),
  /** Which of all it names in a field of type customer, is affiliated with, and was kept apart from. */
  names: option(anyPlace, { nil: null }),
  affiliates: array(anyPlace, { maxLength: 3 }),
  apart: option(anyPlace, { nil: null }),
})
const anyWorld = array(anyCustomer, { minLength: count, maxLength: count })
const anyMerge = record({
  order: subarray([0, 1, 2, 3, 4], { minLength: 2, maxLength: 4 }),
  turned: constantFrom(true, false),
  needs: constantFrom('all' as const, 'last' as const, null),
})
type Shape = typeof anyCustomer extends Arbitrary<infer T> ? T : never
type MergeShape = typeof anyMerge extends Arbitrary<infer T> ? T : never

it('gives back the same database when a merge is undone, and merges again when that is undone', async () => {
  await assert(
    asyncProperty(anyWorld, anyMerge, async (world, merge) => {
      await using core = await openTestCore()
      const ids = await build(core, world)
      const before = snapshot(core)
      const { operationId } = await mergeCustomers(core.context, chosen(merge, ids))
      const after = snapshot(core)
      const undone = await undoOperation(core.context, operationId)
      expect(undone.keptCount).toBe(0)
      expect(snapshot(core)).toEqual(before)
      await undoOperation(core.context, undone.operationId)
      expect(snapshot(core)).toEqual(after)
    }),
    { numRuns: 25 },
  )
}, 120_000)

it('loses no visit, follow-up, contact, phone, address or file, and leads nowhere that is gone', async () => {
  await assert(
    asyncProperty(anyWorld, anyMerge, async (world, merge) => {
      await using core = await openTestCore()
      const ids = await build(core, world)
      const { survivor, others, values } = chosen(merge, ids)
      const group = [survivor, ...others]
      const before = holdings(core, group)
      const partners = affiliatesOf(core, group)
      await mergeCustomers(core.context, { survivor, others, values })
      expect(holdings(core, [survivor])).toEqual(before)
      expect(holdings(core, others)).toEqual(holdings(core, []))
      expect(affiliatesOf(core, [survivor])).toEqual([...new Set(partners)])
      expect(contradictions(core)).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 120_000)

/** Makes the customers of a world with everything that can hang on one. */
async function build(core: TestCore, world: readonly Shape[]): Promise<CustomerId[]> {
  const { context, addCustomer } = core
  const { field } = await addField(context, {
    owner: 'customer',
    labelZh: '介绍人',
    labelEn: 'Introduced by',
    type: 'customer',
    section: 'notes',
    choices: [],
  })
  const ids: CustomerId[] = []
  for (const { kind, name, region, needs, tags, phones } of world) {
    ids.push(await addCustomer({ kind, name, phones: phones.map(phoneDraft), values: { region, needs, tags } }))
  }
  const at = (place: number) => ids[place] ?? fail()
  for (const [place, shape] of world.entries()) {
    const id = at(place)
    for (const { name, phones } of shape.contacts) {
      await saveContact(context, { ...contactDraft(id, name), phones: phones.map(phoneDraft) })
    }
    await saveAddresses(context, id, shape.addresses.map(addressDraft))
    await addVisits(core, id, shape.visits)
    await addFiles(core, id, shape.files)
    if (shape.confirmed) await confirmCustomer(context, id)
    if (shape.names !== null) await putReference(core, id, field.key, at(shape.names))
    const affiliates = new Set(shape.affiliates.map(at).filter((other) => other !== id))
    await saveAffiliates(
      context,
      id,
      [...affiliates].map((customerId) => ({ customerId, note: '' })),
    )
    if (shape.apart !== null && shape.apart !== place) await keepApart(context, [id, at(shape.apart)])
  }
  return ids
}

function chosen(merge: MergeShape, ids: readonly CustomerId[]): Merge {
  const group = merge.order.map((place) => ids[place] ?? fail())
  if (merge.turned) group.reverse()
  const [survivor = fail(), ...others] = group
  const needs: ValueSource | undefined = merge.needs === 'last' ? others.at(-1) : (merge.needs ?? undefined)
  return { survivor, others, values: needs === undefined ? {} : { needs } }
}

const phoneDraft = (number: string) => ({ id: null, label: '', number })
const addressDraft = (street: string) => ({ id: null, label: '', area: '', street, postcode: '' })

async function addVisits({ context }: TestCore, id: CustomerId, visits: number): Promise<void> {
  const contacts = await context.db.selectFrom('contacts').select('id').where('customer_id', '=', id).execute()
  const contactIds = contacts.map((contact) => contact.id)
  for (let visit = 0; visit < visits; visit++) {
    await saveVisit(context, visitOf(id, { contactIds, next: appointmentOn(`2026-03-1${visit}`) }))
  }
}

async function addFiles({ context }: TestCore, id: CustomerId, files: number): Promise<void> {
  await write(context, { kind: 'addAttachments' }, async ({ db, operationId }) => {
    for (let file = 0; file < files; file++) {
      const own = { uid: uuid(), operation_id: operationId, customer_id: id, added_at: context.clock.now() }
      const content = { name: '合同.pdf', media_type: 'application/pdf', size: 1, sha256: 'ab', note: '' }
      await db
        .insertInto('attachments')
        .values({ ...own, ...content })
        .execute()
    }
    return {}
  })
}

async function putReference({ context }: TestCore, id: CustomerId, key: string, to: CustomerId): Promise<void> {
  await write(context, { kind: 'editCustomer' }, async ({ db }) => {
    const set = { field_values: withFieldValue(key, to) }
    await db.updateTable('customers').set(set).where('id', '=', id).execute()
    return {}
  })
}

/** What must not be lost: one of several equal phones or addresses of the customer itself may be. */
function holdings({ context }: TestCore, ids: readonly CustomerId[]): Record<string, unknown[]> {
  const { sqlite } = context.database
  const all = (text: string) => sqlite.prepare(text.replace('?', `(${ids.join(', ')})`)).all()
  const uids = (table: string) => all(`SELECT uid FROM ${table} WHERE customer_id IN ? ORDER BY uid`)
  return {
    visits: uids('visits'),
    followUps: uids('follow_ups'),
    contacts: uids('contacts'),
    attachments: uids('attachments'),
    ownPhones: all(`SELECT DISTINCT iif(digits = '', number, digits) AS phone FROM phones
      WHERE contact_id IS NULL AND customer_id IN ? ORDER BY phone`),
    contactPhones: all(`SELECT contact_id, number FROM phones
      WHERE contact_id IS NOT NULL AND customer_id IN ? ORDER BY contact_id, number`),
    addresses: all(`SELECT DISTINCT replace(street, ' ', '') AS street FROM addresses
      WHERE customer_id IN ? ORDER BY street`),
  }
}

/** Customers outside the group with whom somebody of it is affiliated. */
function affiliatesOf({ context }: TestCore, group: readonly CustomerId[]): number[] {
  const list = `(${group.join(', ')})`
  return context.database.sqlite
    .prepare(`
      SELECT other_id FROM customer_links WHERE customer_id IN ${list} AND other_id NOT IN ${list}
      UNION ALL SELECT customer_id FROM customer_links WHERE other_id IN ${list} AND customer_id NOT IN ${list}
      ORDER BY 1`)
    .pluck()
    .all()
    .map(Number)
}

/** Rows that contradict each other. */
function contradictions({ context }: TestCore): unknown[] {
  const { sqlite } = context.database
  const key = sqlite.prepare(`SELECT key FROM fields WHERE type = 'customer'`).pluck().get()
  return [
    `SELECT 'a visit with a stranger' FROM visit_contacts JOIN visits ON visits.id = visit_id
      JOIN contacts ON contacts.id = contact_id WHERE visits.customer_id <> contacts.customer_id`,
    `SELECT 'a phone of a stranger' FROM phones JOIN contacts ON contacts.id = contact_id
      WHERE phones.customer_id <> contacts.customer_id`,
    `SELECT 'two primary contacts' FROM contacts WHERE is_primary = 1 GROUP BY customer_id HAVING count(*) > 1`,
    `SELECT 'named but gone' FROM customers WHERE field_values ->> '${key}' NOT IN (SELECT id FROM customers)`,
    `SELECT 'last contact' FROM customers
      WHERE last_contact_at IS NOT (SELECT max(visited_at) FROM visits WHERE customer_id = customers.id)`,
    `SELECT 'next contact' FROM customers WHERE next_contact_on IS NOT
      (SELECT min(due_on) FROM follow_ups WHERE customer_id = customers.id AND status = 'open')`,
  ].flatMap((text) => sqlite.prepare(text).pluck().all())
}

/** Every row of every tracked table, derived columns included. */
function snapshot({ context }: TestCore): Record<string, unknown[]> {
  const { sqlite } = context.database
  return Object.fromEntries(
    trackedShapes(sqlite).map(({ name }) => [name, sqlite.prepare(`SELECT * FROM ${name} ORDER BY id`).all()]),
  )
}

function fail(): never {
  throw new Error('There is no such customer')
}
