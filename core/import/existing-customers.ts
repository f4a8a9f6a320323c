import type { ContactId, CustomerId } from '#contract/common.ts'
import type { FieldValue } from '#contract/fields.ts'
import type { MatchKey } from '#contract/imports.ts'
import { phoneDigits } from '#contract/phones.ts'
import { valuesOfCustomer } from '../customers/field-values.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { joinWords } from '../sheets/words-text.ts'
import type { CustomerState } from './customer-state.ts'
import type { RowDraft } from './read-row.ts'
import { staffNames, withOwnerByName } from './staff-names.ts'

/** Customers by what a row can find them by. */
export type KeyIndex = Map<string, CustomerId[]>

export async function indexByKey(db: Db, matchKey: MatchKey): Promise<KeyIndex> {
  const index: KeyIndex = new Map()
  const add = (key: string, id: CustomerId) => {
    const known = index.get(key)
    if (!known) index.set(key, [id])
    else if (!known.includes(id)) known.push(id)
  }
  if (matchKey === 'none') return index
  if (matchKey === 'phone' || matchKey === 'nameAndPhone') {
    const rows = await db
      .selectFrom('phones')
      .innerJoin('customers', 'customers.id', 'phones.customer_id')
      .select(['customers.id', 'customers.name', 'phones.digits'])
      .execute()
    for (const { id, name, digits } of rows)
      if (isTelling(digits)) add(matchKey === 'phone' ? digits : `${nameKey(name)}\n${digits}`, id)
    return index
  }
  const rows = await db.selectFrom('customers').select(['id', 'name', 'number', 'field_values']).execute()
  for (const { id, name, number, field_values: json } of rows) {
    if (matchKey === 'name') add(nameKey(name), id)
    else if (matchKey === 'number') add(number, id)
    else if (json.includes('"wechat"'))
      add(String((JSON.parse(json) as Record<string, FieldValue>)['wechat'] ?? ''), id)
  }
  return index
}

/** The keys a row gives for itself; none when it lacks what is asked for. */
export function keysOf({ customer, contact }: RowDraft, matchKey: MatchKey): string[] {
  const text = (key: string) => String(customer.values[key] ?? '')
  const digits = () =>
    [...customer.phones, ...(contact?.phones ?? [])].map(({ number }) => phoneDigits(number)).filter(isTelling)
  switch (matchKey) {
    case 'none':
      return []
    case 'number':
      return text('number') === '' ? [] : [text('number')]
    case 'wechat':
      return text('wechat') === '' ? [] : [text('wechat')]
    case 'name':
      return text('name') === '' ? [] : [nameKey(text('name'))]
    case 'phone':
      return digits()
    case 'nameAndPhone':
      return text('name') === '' ? [] : digits().map((phone) => `${nameKey(text('name'))}\n${phone}`)
  }
}

/** Fewer digits are an extension or a mistake, and would make strangers one. */
function isTelling(digits: string): boolean {
  return digits.length >= 7
}

function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** Everything of these customers that a row can add to or change. */
export async function customerStates(db: Db, ids: readonly CustomerId[]): Promise<Map<CustomerId, CustomerState>> {
  const states = new Map<CustomerId, CustomerState>()
  if (ids.length === 0) return states
  const rows = await db.selectFrom('customers').selectAll().where('id', 'in', among<CustomerId>(ids)).execute()
  const phones = await db
    .selectFrom('phones')
    .selectAll()
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const contacts = await db
    .selectFrom('contacts')
    .selectAll()
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const addresses = await db
    .selectFrom('addresses')
    .select(['id', 'customer_id as customerId', 'label', 'area', 'street', 'postcode'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const affiliates = await affiliatesOf(db, ids)
  const links = await linksOfContacts(db, ids)
  const staff = await staffNames(db)
  const visits = await db
    .selectFrom('visits')
    .select(['customer_id as customerId', 'visited_at as visitedAt', 'situation'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .execute()

  for (const row of rows) {
    states.set(row.id, {
      id: row.id,
      values: withOwnerByName(valuesOfCustomer(row), staff),
      phones: [],
      addresses: [],
      affiliates: affiliates.get(row.id) ?? new Set(),
      changed: new Set(),
      contacts: [],
      visits: [],
      references: {},
    })
  }
  for (const contact of contacts) {
    const {
      id,
      customer_id: customerId,
      is_decision_maker,
      is_primary,
      preferred_channel: preferredChannel,
      operation_id: _,
      ...columns
    } = contact
    const values = {
      ...columns,
      isDecisionMaker: is_decision_maker === 1,
      isPrimary: is_primary === 1,
      preferredChannel,
      ...links.get(id),
    }
    states.get(customerId)?.contacts.push({ id, values, phones: [], changed: new Set() })
  }
  for (const { customer_id: customerId, contact_id: contactId, label, number } of phones) {
    const state = states.get(customerId)
    const holder = contactId === null ? state : state?.contacts.find(({ id }) => id === contactId)
    holder?.phones.push({ label, number, isNew: false })
  }
  for (const { customerId, ...address } of addresses)
    states.get(customerId)?.addresses.push({ ...address, isChanged: false })
  for (const { customerId, ...values } of visits) states.get(customerId)?.visits.push({ values, isNew: false })
  return states
}

/** Numbers and names of the customers that each of these belongs together with. */
async function affiliatesOf(db: Db, ids: readonly CustomerId[]): Promise<Map<CustomerId, Set<string>>> {
  const wanted = among<CustomerId>(ids)
  const rows = await db
    .selectFrom('customer_links')
    .innerJoin('customers as one', 'one.id', 'customer_links.customer_id')
    .innerJoin('customers as other', 'other.id', 'customer_links.other_id')
    .select(['one.id', 'one.number', 'one.name', 'other.id as otherId'])
    .select(['other.number as otherNumber', 'other.name as otherName'])
    .where((is) => is.or([is('customer_id', 'in', wanted), is('other_id', 'in', wanted)]))
    .execute()
  const known = new Map(ids.map((id) => [id, new Set<string>()]))
  for (const row of rows) {
    known.get(row.id)?.add(row.otherNumber).add(row.otherName)
    known.get(row.otherId)?.add(row.number).add(row.name)
  }
  return known
}

/** Whom each contact reports to and sways, by name, as a sheet says it. */
async function linksOfContacts(
  db: Db,
  ids: readonly CustomerId[],
): Promise<Map<ContactId, { reportsTo?: string; influences?: string }>> {
  const rows = await db
    .selectFrom('contact_links')
    .innerJoin('contacts', 'contacts.id', 'contact_links.to_contact_id')
    .select(['from_contact_id as id', 'kind', 'contacts.name'])
    .where('contacts.customer_id', 'in', among<CustomerId>(ids))
    .orderBy('contact_links.id')
    .execute()
  const byContact = Map.groupBy(rows, ({ id }) => id)
  return new Map(
    [...byContact].map(([id, own]) => {
      const { reportsTo = [], influences = [] } = Object.groupBy(own, ({ kind }) => kind)
      const names = (links: readonly { name: string }[]) =>
        joinWords(
          links.map(({ name }) => name),
          '、',
        )
      return [
        id,
        {
          ...(reportsTo.length > 0 && { reportsTo: names(reportsTo) }),
          ...(influences.length > 0 && { influences: names(influences) }),
        },
      ]
    }),
  )
}
