import type { Address } from '#contract/addresses.ts'
import type { ContactId, CustomerId } from '#contract/common.ts'
import type { Affiliate, Contact } from '#contract/customers.ts'
import type { Phone } from '#contract/phones.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'

/** What stands on cards from rows of their own, by customer: one look-up for any number of cards. */
export interface CardParts {
  readonly phones: ReadonlyMap<CustomerId, readonly PhoneRow[]>
  readonly addresses: ReadonlyMap<CustomerId, readonly Address[]>
  readonly affiliates: ReadonlyMap<CustomerId, readonly Affiliate[]>
  readonly contacts: ReadonlyMap<CustomerId, readonly Contact[]>
}

export async function partsOfCards(db: Db, ids: readonly CustomerId[]): Promise<CardParts> {
  const phones = await phonesOf(db, ids)
  return {
    phones,
    addresses: await addressesOf(db, ids),
    affiliates: await affiliatesOf(db, ids),
    contacts: await contactsOf(db, ids, phones),
  }
}

interface PhoneRow extends Phone {
  readonly contactId: ContactId | null
}

export function asPhone({ id, label, number, digits }: PhoneRow): Phone {
  return { id, label, number, digits }
}

async function phonesOf(db: Db, ids: readonly CustomerId[]): Promise<Map<CustomerId, PhoneRow[]>> {
  const rows = await db
    .selectFrom('phones')
    .select(['id', 'customer_id as customerId', 'contact_id as contactId', 'label', 'number', 'digits'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('customer_id')
    .orderBy('contact_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, ({ customerId }) => customerId)
}

async function addressesOf(db: Db, ids: readonly CustomerId[]): Promise<Map<CustomerId, Address[]>> {
  const rows = await db
    .selectFrom('addresses')
    .select(['id', 'customer_id as customerId', 'label', 'area', 'street', 'postcode'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('customer_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return grouped(rows)
}

/** Told from either side of the pair. */
async function affiliatesOf(db: Db, ids: readonly CustomerId[]): Promise<Map<CustomerId, Affiliate[]>> {
  const side = (own: 'customer_id' | 'other_id', other: 'customer_id' | 'other_id') =>
    db
      .selectFrom('customer_links as link')
      .innerJoin('customers as far', 'far.id', `link.${other}`)
      .select([
        `link.${own} as own`,
        'link.id as linkId',
        'far.id as customerId',
        'far.name',
        'far.number',
        'link.note',
      ])
      .where(`link.${own}`, 'in', among<CustomerId>(ids))
  const rows = await side('customer_id', 'other_id')
    .unionAll(side('other_id', 'customer_id'))
    .orderBy('linkId')
    .execute()
  const byCustomer = Map.groupBy(rows, ({ own }) => own)
  return new Map(
    [...byCustomer].map(([id, links]) => [
      id,
      links.map(({ customerId, name, number, note }) => ({ customerId, name, number, note })),
    ]),
  )
}

async function contactsOf(
  db: Db,
  ids: readonly CustomerId[],
  phones: CardParts['phones'],
): Promise<Map<CustomerId, Contact[]>> {
  const rows = await db
    .selectFrom('contacts')
    .selectAll()
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('customer_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const links = await contactLinksOf(
    db,
    rows.map(({ id }) => id),
  )
  const contacts = rows.map((row) => {
    const own = links.get(row.id) ?? []
    return {
      id: row.id,
      customerId: row.customer_id,
      name: row.name,
      reading: row.reading,
      title: row.title,
      role: row.role,
      isDecisionMaker: row.is_decision_maker === 1,
      isPrimary: row.is_primary === 1,
      phones: (phones.get(row.customer_id) ?? []).filter(({ contactId }) => contactId === row.id).map(asPhone),
      wechat: row.wechat,
      email: row.email,
      birthday: row.birthday,
      hometown: row.hometown,
      preferredChannel: row.preferred_channel,
      relation: row.relation,
      reportsTo: own.find(({ kind }) => kind === 'reportsTo')?.to ?? null,
      influences: own.filter(({ kind }) => kind === 'influences').map(({ to }) => to),
      notes: row.notes,
    }
  })
  return Map.groupBy(contacts, ({ customerId }) => customerId)
}

async function contactLinksOf(db: Db, ids: readonly ContactId[]) {
  if (ids.length < 2) return new Map<ContactId, never[]>()
  const rows = await db
    .selectFrom('contact_links')
    .select(['from_contact_id as from', 'to_contact_id as to', 'kind'])
    .where('from_contact_id', 'in', among<ContactId>(ids))
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, ({ from }) => from)
}

function grouped<Row extends { customerId: CustomerId }>(
  rows: readonly Row[],
): Map<CustomerId, Omit<Row, 'customerId'>[]> {
  const byCustomer = Map.groupBy(rows, ({ customerId }) => customerId)
  return new Map([...byCustomer].map(([id, own]) => [id, own.map(({ customerId: _owner, ...row }) => row)]))
}
