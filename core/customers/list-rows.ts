import { sql } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import type { CustomerRow } from '#contract/customers.ts'
import type { Field, FieldValue, FieldValues } from '#contract/fields.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { plainReading } from '../db/plain-reading.ts'
import { columnValues, isEmpty, storedValues } from './field-values.ts'

type Parts = ReadonlyMap<CustomerId, FieldValue>

/** The rows of these customers, in this order, with the values of these fields. */
export async function listRows(db: Db, ids: readonly CustomerId[], fields: readonly Field[]): Promise<CustomerRow[]> {
  const rows = await db.selectFrom('customers').selectAll().where('id', 'in', among<CustomerId>(ids)).execute()
  const parts = await partsByField(db, ids, fields)
  const byId = new Map(
    rows.map((row) => {
      const values = { ...storedValues(row), ...columnValues(row) }
      const shown: FieldValues = {}
      for (const { key } of fields) {
        const value = parts.get(key)?.get(row.id) ?? values[key]
        if (value !== undefined && !isEmpty(value)) shown[key] = value
      }
      const { id, number, kind, name, next_contact_time: nextContactTime } = row
      return [id, { id, number, kind, name, values: shown, nextContactTime }]
    }),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** What the columns show from phones and contacts. */
async function partsByField(db: Db, ids: readonly CustomerId[], fields: readonly Field[]): Promise<Map<string, Parts>> {
  const asked = new Set(fields.filter(({ storage }) => storage === 'part').map(({ key }) => key))
  const parts = new Map<string, Parts>()
  if (asked.has('phones')) parts.set('phones', await firstPhones(db, ids))
  if (asked.has('address')) parts.set('address', await firstAddresses(db, ids))
  if (asked.has('affiliate')) parts.set('affiliate', await affiliateNames(db, ids))
  if (!asked.has('primaryContact') && !asked.has('decisionMakers')) return parts
  const contacts = await db
    .selectFrom('contacts')
    .select(['customer_id as customerId', 'name', 'is_primary as isPrimary', 'is_decision_maker as decides'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('customer_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const primary = contacts.filter(({ isPrimary }) => isPrimary === 1)
  parts.set('primaryContact', new Map(primary.map(({ customerId, name }) => [customerId, name])))
  const deciding = Map.groupBy(
    contacts.filter(({ decides }) => decides === 1),
    ({ customerId }) => customerId,
  )
  parts.set('decisionMakers', new Map([...deciding].map(([id, own]) => [id, own.map(({ name }) => name)])))
  return parts
}

/** The customer's own first phone as it was typed, else the first of a contact: whom to call. */
async function firstPhones(db: Db, ids: readonly CustomerId[]): Promise<Parts> {
  const phones = await db
    .selectFrom('phones')
    .select(['customer_id as customerId', 'number'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    // NULL sorts first in this index: the customer's own phones before those of contacts.
    .orderBy('customer_id', 'desc')
    .orderBy('contact_id', 'desc')
    .orderBy('position', 'desc')
    .orderBy('id', 'desc')
    .execute()
  // The last one written for a customer stays: the first in order.
  return new Map(phones.map(({ customerId, number }) => [customerId, number]))
}

async function firstAddresses(db: Db, ids: readonly CustomerId[]): Promise<Parts> {
  const addresses = await db
    .selectFrom('addresses')
    .select(['customer_id as customerId', 'area', 'street'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('customer_id', 'desc')
    .orderBy('position', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(addresses.map(({ customerId, area, street }) => [customerId, area + street]))
}

/** A link is told on both cards. */
async function affiliateNames(db: Db, ids: readonly CustomerId[]): Promise<Parts> {
  const names = await db
    .selectFrom((from) =>
      from
        .selectFrom('customer_links')
        .select(['customer_id as customerId', 'other_id as otherId'])
        .where('customer_id', 'in', among<CustomerId>(ids))
        .unionAll(
          from
            .selectFrom('customer_links')
            .select(['other_id as customerId', 'customer_id as otherId'])
            .where('other_id', 'in', among<CustomerId>(ids)),
        )
        .as('links'),
    )
    .innerJoin('customers', 'customers.id', 'links.otherId')
    .select(['links.customerId', 'customers.name'])
    .orderBy(sql.raw(plainReading))
    .execute()
  const byCustomer = Map.groupBy(names, ({ customerId }) => customerId)
  return new Map([...byCustomer].map(([id, own]) => [id, own.map(({ name }) => name)]))
}
