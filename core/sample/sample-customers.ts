import { v7 as uuid } from 'uuid'
import type { ContactId, CustomerId, Instant } from '#contract/common.ts'
import { PartialDate } from '#contract/partial-date.ts'
import { phoneDigits } from '#contract/phones.ts'
import { addDays } from '../lib/days.ts'
import { readingOf } from '../search/reading.ts'
import { rowsOf, type SampleCustomer, type SampleCustomers, type SampleWriting } from './sample-rows.ts'
import { contacts, customers } from './sample-tables.ts'

const firstCardDaysAgo = 900
const daysBetweenCards = 19
const dayLength = 24 * 60 * 60 * 1000

export async function addSampleCustomers(writing: SampleWriting): Promise<SampleCustomers> {
  const found = new Map<string, SampleCustomer>()
  for (const [index, cells] of rowsOf(customers).entries()) {
    const [name = '', shortName = ''] = cells
    const id = await addCustomer(writing, index, cells)
    const contactId = shortName === '' ? null : await addContactsOf(writing, id, shortName)
    const customer = { id, contactId }
    for (const key of [name, shortName]) if (key !== '') found.set(key, customer)
  }
  return found
}

async function addCustomer(writing: SampleWriting, index: number, cells: readonly string[]): Promise<CustomerId> {
  const { db, operationId, clock, staffId, staffName } = writing
  const [name = '', shortName = '', grade, industry, region, address = '', source, lifeCycle, worth, loyalty] = cells
  const [phone = '', wechat, tags = '', birthday, needs, preferences] = cells.slice(10)
  const kind = shortName === '' ? 'person' : 'company'
  const daysAgo = firstCardDaysAgo - index * daysBetweenCards
  const createdOn = addDays(clock.today(), -daysAgo)
  const values = {
    grade,
    industry,
    region,
    source,
    lifeCycle,
    worth,
    loyalty,
    wechat,
    birthday,
    needs,
    preferences,
    owner: staffId === null ? '' : String(staffId),
    tags: tags === '' ? '' : tags.split('、'),
  }
  const { id } = await db
    .insertInto('customers')
    .values({
      uid: uuid(),
      operation_id: operationId,
      number: `K${createdOn.slice(0, 4)}${String(index + 1).padStart(4, '0')}`,
      kind,
      name,
      short_name: shortName,
      reading: readingOf(name, kind),
      field_values: JSON.stringify(Object.fromEntries(Object.entries(values).filter(([, value]) => value))),
      created_by: staffName,
      created_on: createdOn,
      created_at: (clock.now() - daysAgo * dayLength) as Instant,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addPhone(writing, id, null, phone)
  await addAddress(writing, id, address)
  return id
}

/** Returns the first of them, with whom one mostly deals. */
async function addContactsOf(
  writing: SampleWriting,
  customerId: CustomerId,
  shortName: string,
): Promise<ContactId | null> {
  const own = rowsOf(contacts).filter(([company]) => company === shortName)
  let first: ContactId | null = null
  for (const [
    position,
    [, name = '', title = '', role = '', decides, phone = '', birthday, notes = ''],
  ] of own.entries()) {
    const { id } = await writing.db
      .insertInto('contacts')
      .values({
        uid: uuid(),
        operation_id: writing.operationId,
        customer_id: customerId,
        name,
        reading: readingOf(name, 'person'),
        title,
        role,
        is_decision_maker: decides === '1' ? 1 : 0,
        is_primary: position === 0 ? 1 : 0,
        birthday: birthday ? PartialDate.parse(birthday) : null,
        notes,
        position,
        ...emptyContact,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await addPhone(writing, customerId, id, phone)
    if (first === null) first = id
    else await addLink(writing, id, first, role === 'influencer' ? 'influences' : 'reportsTo')
  }
  return first
}

async function addLink(
  { db, operationId }: SampleWriting,
  from: ContactId,
  to: ContactId,
  kind: 'reportsTo' | 'influences',
): Promise<void> {
  await db
    .insertInto('contact_links')
    .values({ operation_id: operationId, from_contact_id: from, to_contact_id: to, kind })
    .execute()
}

async function addAddress({ db, operationId }: SampleWriting, customerId: CustomerId, address: string): Promise<void> {
  const [, area = '', street = ''] = /^((?:..省)?..市..[区县])?(.*)$/.exec(address) ?? []
  await db
    .insertInto('addresses')
    .values({ operation_id: operationId, customer_id: customerId, label: '', area, street, postcode: '', position: 0 })
    .execute()
}

const emptyContact = { wechat: '', email: '', hometown: '', preferred_channel: null, relation: '' }

async function addPhone(
  { db, operationId }: SampleWriting,
  customerId: CustomerId,
  contactId: ContactId | null,
  number: string,
): Promise<void> {
  await db
    .insertInto('phones')
    .values({
      operation_id: operationId,
      customer_id: customerId,
      contact_id: contactId,
      label: '',
      number,
      digits: phoneDigits(number),
      position: 0,
    })
    .execute()
}
