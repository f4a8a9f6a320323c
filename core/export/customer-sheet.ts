import type { CustomerId, Language } from '#contract/common.ts'
import type { Field } from '#contract/fields.ts'
import { listRows } from '../customers/list-rows.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { labelIn } from '../lib/label.ts'
import type { OutputCell, OutputColumn } from '../sheets/sheet-output.ts'
import { joinWords } from '../sheets/words-text.ts'
import { type AddressColumns, addressesByCustomer } from './address-columns.ts'
import { affiliateTexts } from './affiliate-texts.ts'
import { between, cellOf } from './cells.ts'
import { type PhoneColumns, phonesByOwner } from './phone-columns.ts'

/** A sheet whose rows are made for one page of customers at a time. */
export interface PagedSheet {
  readonly columns: readonly OutputColumn[]
  rowsOf(ids: readonly CustomerId[]): Promise<OutputCell[][]>
}

const widths: Partial<Record<Field['type'], number>> = {
  longText: 40,
  date: 12,
  partialDate: 14,
  yesNo: 8,
  number: 10,
  money: 14,
}

export interface SeveralColumns {
  readonly phones: PhoneColumns
  readonly addresses: AddressColumns
}

/** One row a customer; phones and addresses take as many columns as somebody has of them. */
export function customerSheet(
  db: Db,
  fields: readonly Field[],
  { phones, addresses }: SeveralColumns,
  numbersById: (ids: readonly number[]) => Promise<ReadonlyMap<number, string>>,
  language: Language,
): PagedSheet {
  return {
    columns: fields.flatMap((field) => {
      const label = labelIn(language, field)
      if (field.key === 'phones') return phones.columns(label, language)
      if (field.key === 'address') return addresses.columns(label, language)
      return { header: label, width: widths[field.type] ?? 16 }
    }),
    async rowsOf(ids) {
      const rows = await listRows(db, ids, fields)
      const owned = await phonesByOwner(db, 'customer', ids)
      const placed = await addressesByCustomer(db, ids)
      const affiliates = await affiliateTexts(db, ids)
      const linked = fields.filter(({ type }) => type === 'customer').map(({ key }) => key)
      const numbers = await numbersById(rows.flatMap(({ values }) => linked.map((key) => Number(values[key] ?? 0))))
      return rows.map((row) =>
        fields.flatMap((field): OutputCell[] => {
          if (field.key === 'phones') return phones.cells(owned.get(row.id) ?? [])
          if (field.key === 'address') return addresses.cells(placed.get(row.id) ?? [])
          if (field.key === 'affiliate') return [joinWords(affiliates.get(row.id) ?? [], between[language])]
          const value = row.values[field.key]
          if (field.type === 'customer') return [numbers.get(Number(value)) ?? null]
          return [cellOf(field, value, language)]
        }),
      )
    },
  }
}

/** The card numbers of customers that others name. */
export async function numbersOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const wanted = [...new Set(ids)].filter((id) => id > 0)
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'number'])
    .where('id', 'in', among<CustomerId>(wanted as CustomerId[]))
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
