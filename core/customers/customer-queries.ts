import type { ContactId, CustomerId, Instant } from '#contract/common.ts'
import type { Address } from '#contract/addresses.ts'
import type { Affiliate, Card, Contact } from '#contract/customers.ts'
import type { Field, FieldValues } from '#contract/fields.ts'
import type { Phone } from '#contract/phones.ts'
import type { Db } from '../db/open.ts'
import { currentLayout } from '../fields/field-queries.ts'
import { notYet } from '../lib/not-yet.ts'
import { fail } from '../lib/fail.ts'
import type { CustomerTableRow } from './customer-row.ts'
import { isEmpty, valuesOfCustomer } from './field-values.ts'

export async function cardOfCustomer(db: Db, id: CustomerId): Promise<Card> {
  const [card] = await cardsOfCustomers(db, [id])
  return card ?? fail('NOT_FOUND', { entity: 'customer', id })
}

/** In the order of the ids; customers that are gone are left out. */
export async function cardsOfCustomers(db: Db, ids: readonly CustomerId[]): Promise<Card[]> {
  const { fields } = await currentLayout(db)
  const cards: Card[] = []
  for (const id of ids) {
    const row = await db.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst()
    if (row) cards.push(await cardOfRow(db, row, fields))
  }
  return cards
}

export async function customerName(db: Db, id: CustomerId): Promise<string> {
  const row = await db.selectFrom('customers').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? fail('NOT_FOUND', { entity: 'customer', id })
}

async function cardOfRow(db: Db, row: CustomerTableRow, fields: readonly Field[]): Promise<Card> {
  const phones = await phonesOfCustomer(db, row.id)
  const contacts = await contactsOfCustomer(db, row.id, phones)
  const values = valuesOfCustomer(row)
  const ownPhones = phones.filter(({ contactId }) => contactId === null)
  const parts: FieldValues = {
    phones: ownPhones.map(({ number }) => number),
    primaryContact: contacts.filter(({ isPrimary }) => isPrimary).map(({ name }) => name),
    decisionMakers: contacts.filter(({ isDecisionMaker }) => isDecisionMaker).map(({ name }) => name),
  }
  return {
    id: row.id,
    uid: row.uid,
    number: row.number,
    kind: row.kind,
    name: row.name,
    values,
    phones: ownPhones.map(asPhone),
    addresses: await addressesOf(db, row.id),
    affiliates: await affiliatesOf(db, row.id),
    contacts,
    lastVisit: await lastVisitOf(db, row.id),
    nextContact: await nextContactOf(db, row),
    emptySections: emptySections(fields, { ...values, ...parts }),
    checks: notYet(),
    createdAt: row.created_at,
    changedAt: await changedAt(db, row),
  }
}

/** Sections of the layout none of whose shown fields holds anything. */
function emptySections(fields: readonly Field[], values: FieldValues): string[] {
  const shown = fields.filter(({ owner, section, hidden }) => owner === 'customer' && section !== null && !hidden)
  const bySection = Object.groupBy(shown, ({ section }) => section ?? '')
  return Object.entries(bySection)
    .filter(([, own = []]) => own.every(({ key }) => isEmpty(values[key])))
    .map(([section]) => section)
}

interface PhoneRow extends Phone {
  readonly contactId: ContactId | null
}

function phonesOfCustomer(db: Db, id: CustomerId): Promise<PhoneRow[]> {
  return db
    .selectFrom('phones')
    .select(['id', 'label', 'number', 'digits', 'contact_id as contactId'])
    .where('customer_id', '=', id)
    .orderBy('contact_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
}

function asPhone({ id, label, number, digits }: PhoneRow): Phone {
  return { id, label, number, digits }
}

async function contactsOfCustomer(db: Db, id: CustomerId, phones: readonly PhoneRow[]): Promise<Contact[]> {
  const rows = await db
    .selectFrom('contacts')
    .selectAll()
    .where('customer_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const links = await contactLinksOf(db, id)
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    name: row.name,
    reading: row.reading,
    title: row.title,
    role: row.role,
    isDecisionMaker: row.is_decision_maker === 1,
    isPrimary: row.is_primary === 1,
    phones: phones.filter(({ contactId }) => contactId === row.id).map(asPhone),
    wechat: row.wechat,
    email: row.email,
    birthday: row.birthday,
    hometown: row.hometown,
    preferredChannel: row.preferred_channel,
    relation: row.relation,
    reportsTo: links.find((link) => link.from === row.id && link.kind === 'reportsTo')?.to ?? null,
    influences: links.filter((link) => link.from === row.id && link.kind === 'influences').map(({ to }) => to),
    notes: row.notes,
  }))
}

function contactLinksOf(db: Db, id: CustomerId) {
  return db
    .selectFrom('contact_links')
    .innerJoin('contacts', 'contacts.id', 'contact_links.from_contact_id')
    .select(['from_contact_id as from', 'to_contact_id as to', 'kind'])
    .where('contacts.customer_id', '=', id)
    .orderBy('contact_links.id')
    .execute()
}

function addressesOf(db: Db, id: CustomerId): Promise<Address[]> {
  return db
    .selectFrom('addresses')
    .select(['id', 'label', 'area', 'street', 'postcode'])
    .where('customer_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Told from either side of the pair. */
async function affiliatesOf(db: Db, id: CustomerId): Promise<Affiliate[]> {
  const side = (own: 'customer_id' | 'other_id', other: 'customer_id' | 'other_id') =>
    db
      .selectFrom('customer_links')
      .innerJoin('customers', 'customers.id', `customer_links.${other}`)
      .select(['customer_links.id as link', 'customers.id as customerId', 'customers.name', 'customers.number', 'note'])
      .where(`customer_links.${own}`, '=', id)
  const rows = await side('customer_id', 'other_id').unionAll(side('other_id', 'customer_id')).orderBy('link').execute()
  return rows.map(({ link: _link, ...affiliate }) => affiliate)
}

async function lastVisitOf(db: Db, id: CustomerId): Promise<Card['lastVisit']> {
  const visit = await db
    .selectFrom('visits')
    .leftJoin('staff', 'staff.id', 'visits.staff_id')
    .select(['visits.visited_at as visitedAt', 'visits.channel', 'visits.situation', 'staff.name as staffName'])
    .where('visits.customer_id', '=', id)
    .orderBy('visits.visited_at', 'desc')
    .orderBy('visits.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return visit ?? null
}

async function nextContactOf(db: Db, { next_follow_up_id: id }: CustomerTableRow): Promise<Card['nextContact']> {
  if (id === null) return null
  const followUp = await db
    .selectFrom('follow_ups')
    .select(['id as followUpId', 'due_on as dueOn', 'due_time as dueTime', 'kind', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
  return followUp ?? null
}

/** When the customer's own row was last changed by an operation. */
async function changedAt(db: Db, row: CustomerTableRow): Promise<Instant> {
  const change = await db
    .selectFrom('changes')
    .innerJoin('operations', 'operations.id', 'changes.operation_id')
    .select('operations.made_at as madeAt')
    .where('changes.table_name', '=', 'customers')
    .where('changes.row_id', '=', row.id)
    .orderBy('changes.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return change?.madeAt ?? row.created_at
}
