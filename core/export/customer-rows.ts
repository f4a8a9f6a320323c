import type { CustomerId, Language } from '#contract/common.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { valuesOfCustomer } from '../customers/field-values.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { joinPhones } from '../sheets/phones-text.ts'
import type { OutputCell, OutputColumn } from '../sheets/sheet-output.ts'
import { writeFieldCell } from '../sheets/write-field-cell.ts'

export function customerColumn({ labelZh, labelEn, type, key }: Field, language: Language): OutputColumn {
  const width = key === 'name' ? 24 : type === 'longText' ? 40 : type === 'phone' ? 18 : type === 'date' ? 12 : 14
  return { header: language === 'zh-CN' ? labelZh : labelEn, width }
}

/** The rows of these customers in this order, one cell for each field. */
export async function customerRows(
  db: Db,
  ids: readonly CustomerId[],
  fields: readonly Field[],
  language: Language,
): Promise<OutputCell[][]> {
  const rows = await db.selectFrom('customers').selectAll().where('id', 'in', among<CustomerId>(ids)).execute()
  const byId = new Map(rows.map((row) => [row.id, valuesOfCustomer(row)]))
  const parts = await partsOf(db, ids, fields)
  const numbers = await numbersOf(db, [...byId.values()], fields)
  return ids.flatMap((id) => {
    const values = byId.get(id)
    if (!values) return []
    return [
      fields.map((field): OutputCell => {
        if (field.storage === 'part') return parts.get(field.key)?.get(id) ?? null
        const value = values[field.key]
        if (field.type === 'customer') return typeof value === 'number' ? (numbers.get(value) ?? null) : null
        return writeFieldCell(value, field, language)
      }),
    ]
  })
}

/** What stands on a card from other rows: phones and the names of contacts. */
async function partsOf(
  db: Db,
  ids: readonly CustomerId[],
  fields: readonly Field[],
): Promise<Map<string, Map<CustomerId, string>>> {
  const asked = new Set(fields.filter(({ storage }) => storage === 'part').map(({ key }) => key))
  const parts = new Map<string, Map<CustomerId, string>>()
  if (asked.has('phones')) {
    const phones = await db
      .selectFrom('phones')
      .select(['customer_id as customerId', 'label', 'number'])
      .where('customer_id', 'in', among<CustomerId>(ids))
      .where('contact_id', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute()
    const byCustomer = Map.groupBy(phones, ({ customerId }) => customerId)
    parts.set('phones', new Map([...byCustomer].map(([id, own]) => [id, joinPhones(own)])))
  }
  if (!asked.has('primaryContact') && !asked.has('decisionMakers')) return parts
  const contacts = await db
    .selectFrom('contacts')
    .select(['customer_id as customerId', 'name', 'is_primary as isPrimary', 'is_decision_maker as decides'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const primary = contacts.filter(({ isPrimary }) => isPrimary === 1)
  parts.set('primaryContact', new Map(primary.map(({ customerId, name }) => [customerId, name])))
  const deciding = Map.groupBy(
    contacts.filter(({ decides }) => decides === 1),
    ({ customerId }) => customerId,
  )
  parts.set('decisionMakers', new Map([...deciding].map(([id, own]) => [id, own.map(({ name }) => name).join('、')])))
  return parts
}

/** Other customers are named by their card number, which means the same in another file. */
async function numbersOf(
  db: Db,
  rows: readonly Record<string, FieldValue>[],
  fields: readonly Field[],
): Promise<Map<number, string>> {
  const keys = fields.filter(({ type }) => type === 'customer').map(({ key }) => key)
  const ids = rows.flatMap((values) => keys.flatMap((key) => (typeof values[key] === 'number' ? [values[key]] : [])))
  if (ids.length === 0) return new Map()
  const others = await db
    .selectFrom('customers')
    .select(['id', 'number'])
    .where('id', 'in', among<CustomerId>(ids))
    .execute()
  return new Map(others.map(({ id, number }) => [id, number]))
}
