import { sql } from 'kysely'
import type { CustomerId, Language } from '#contract/common.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { severalHead } from '../fields/record-columns.ts'
import type { OutputCell, OutputColumn } from '../sheets/sheet-output.ts'

interface OwnedAddress {
  readonly label: string
  readonly area: string
  readonly street: string
  readonly postcode: string
}

/** The addresses of one customer over a fixed number of columns. */
export interface AddressColumns {
  columns(label: string, language: Language): OutputColumn[]
  cells(addresses: readonly OwnedAddress[]): OutputCell[]
}

const pieces = [
  { key: 'area', width: 24 },
  { key: 'street', width: 32 },
  { key: 'postcode', width: 10 },
  { key: 'label', width: 8 },
] as const

/**
 * As many times the columns of an address as somebody has addresses. The street stands under the name of the field; the
 * other pieces have columns where any address says them.
 */
export async function addressColumnsFor(db: Db, ids: readonly CustomerId[]): Promise<AddressColumns> {
  const counted = db
    .selectFrom('addresses')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.max('area').as('area'),
      fn.max('postcode').as('postcode'),
      fn.max('label').as('label'),
    ])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .groupBy('customer_id')
    .as('counted')
  const { most, ...said } = await db
    .selectFrom(counted)
    .select(({ fn }) => [
      sql<number>`coalesce(max(count), 1)`.as('most'),
      fn.max('area').as('area'),
      fn.max('postcode').as('postcode'),
      fn.max('label').as('label'),
    ])
    .executeTakeFirstOrThrow()
  const used = pieces.filter(({ key }) => key === 'street' || (said[key] ?? '') !== '')
  const places = Array.from({ length: most }, (_, at) => at)

  return {
    columns: (label, language) =>
      places.flatMap((at) =>
        used.map(({ key, width }) => ({
          header: severalHead(label, at + 1, key === 'street' ? null : key, language),
          width,
        })),
      ),
    cells: (addresses) => places.flatMap((at) => used.map(({ key }): OutputCell => addresses[at]?.[key] ?? null)),
  }
}

/** The addresses of these customers, each in its order. */
export async function addressesByCustomer(
  db: Db,
  ids: readonly CustomerId[],
): Promise<ReadonlyMap<number, OwnedAddress[]>> {
  const rows = await db
    .selectFrom('addresses')
    .select(['customer_id as customerId', 'label', 'area', 'street', 'postcode'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .orderBy('position')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, ({ customerId }): number => customerId)
}
