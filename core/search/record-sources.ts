import { sql } from 'kysely'
import type { ContactId, CustomerId } from '#contract/common.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { otherReadingOf } from './reading.ts'
import { type Note, packSource, type SearchSource } from './search-source.ts'

/** Packed `SearchSource` by the record's id. */
export type Sources = ReadonlyMap<number, string>

/** As the customers are now. */
export async function customerSources(db: Db, ids: readonly number[]): Promise<Sources> {
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'kind', 'name', 'reading', 'short_name as shortName', 'number'])
    .select([
      sql<string | null>`field_values ->> 'wechat'`.as('wechat'),
      sql<string | null>`field_values ->> 'region'`.as('region'),
      // Choices, days and the like are no texts: found by a filter.
      sql<string>`(
        select json_group_array(json_array(key, value) order by key) from json_each(field_values)
        where type = 'text' and key not in ('wechat', 'region') and key in (
          select key from fields
          where owner = 'customer' and storage = 'value' and fields.type in ('text', 'longText', 'email', 'link')
        )
      )`.as('notes'),
    ])
    .where('id', 'in', among<CustomerId>(ids))
    .execute()
  const phones = await db
    .selectFrom('phones')
    .select(['customer_id as id', 'digits'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .where('contact_id', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const addresses = await db
    .selectFrom('addresses')
    .select(['customer_id as id', sql<string>`concat_ws(' ', nullif(area, ''), nullif(street, ''))`.as('address')])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const phonesById = Map.groupBy(phones, ({ id }): number => id)
  const addressesById = Map.groupBy(addresses, ({ id }): number => id)
  return packed(rows, ({ id, kind, name, reading, shortName, number, wechat, region, notes }) => ({
    name,
    reading,
    otherReading: kind === 'person' ? otherReadingOf(name, reading) : '',
    shortName,
    number,
    wechat: wechat ?? '',
    phones: (phonesById.get(id) ?? []).map(({ digits }) => digits),
    addresses: [region ?? '', ...(addressesById.get(id) ?? []).map(({ address }) => address)].filter(Boolean),
    notes: JSON.parse(notes) as readonly Note[],
  }))
}

/** As the contacts are now. */
export async function contactSources(db: Db, ids: readonly number[]): Promise<Sources> {
  const rows = await db
    .selectFrom('contacts')
    .select(['id', 'name', 'reading', 'wechat'])
    .select(sql<string>`concat_ws(char(10), nullif(notes, ''), nullif(relation, ''), nullif(hometown, ''))`.as('notes'))
    .where('id', 'in', among<ContactId>(ids))
    .execute()
  const phones = await db
    .selectFrom('phones')
    .select(['contact_id as id', 'digits'])
    .where('contact_id', 'in', among<ContactId>(ids))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const byId = Map.groupBy(phones, ({ id }): number | null => id)
  return packed(rows, ({ id, name, reading, wechat, notes }) => ({
    name,
    reading,
    otherReading: otherReadingOf(name, reading),
    shortName: '',
    number: '',
    wechat,
    phones: (byId.get(id) ?? []).map(({ digits }) => digits),
    addresses: [],
    notes: notes === '' ? [] : [['', notes]],
  }))
}

function packed<Row extends { id: number }>(rows: readonly Row[], sourceOf: (row: Row) => SearchSource): Sources {
  return new Map(rows.map((row) => [row.id, packSource(sourceOf(row))]))
}
