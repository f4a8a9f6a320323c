import { sql } from 'kysely'
import type { ContactId, CustomerId, Language } from '#contract/common.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { severalHead } from '../fields/record-columns.ts'
import type { OutputCell, OutputColumn } from '../sheets/sheet-output.ts'

interface OwnedPhone {
  readonly label: string
  readonly number: string
}

/** The phones of one record over a fixed number of columns. */
export interface PhoneColumns {
  columns(label: string, language: Language): OutputColumn[]
  cells(phones: readonly OwnedPhone[]): OutputCell[]
}

/** As many columns as the record with the most phones needs; one more for the kind of each when any phone says it. */
export async function phoneColumnsFor(
  db: Db,
  owner: 'customer' | 'contact',
  ids: readonly CustomerId[],
): Promise<PhoneColumns> {
  const counted = db
    .selectFrom('phones')
    .select([(query) => query.fn.countAll<number>().as('count'), (query) => query.fn.max('label').as('label')])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .where('contact_id', owner === 'customer' ? 'is' : 'is not', null)
    .groupBy(['customer_id', 'contact_id'])
    .as('counted')
  const { most, label } = await db
    .selectFrom(counted)
    .select([sql<number>`coalesce(max(count), 1)`.as('most'), (query) => query.fn.max('label').as('label')])
    .executeTakeFirstOrThrow()
  const hasKinds = (label ?? '') !== ''
  const places = Array.from({ length: most }, (_, at) => at)

  return {
    columns: (label, language) =>
      places.flatMap((at) => [
        { header: severalHead(label, at + 1, null, language), width: 16 },
        ...(hasKinds ? [{ header: severalHead(label, at + 1, 'label', language), width: 8 }] : []),
      ]),
    cells: (phones) =>
      places.flatMap((at): OutputCell[] => {
        const phone = phones[at]
        return hasKinds ? [phone?.number ?? null, phone?.label ?? null] : [phone?.number ?? null]
      }),
  }
}

/** The phones of customers themselves by customer, or those of their contacts by contact, in order. */
export async function phonesByOwner(
  db: Db,
  owner: 'customer' | 'contact',
  ids: readonly CustomerId[],
): Promise<ReadonlyMap<number, readonly OwnedPhone[]>> {
  const rows = await db
    .selectFrom('phones')
    .select(['customer_id', 'contact_id', 'label', 'number'])
    .where('customer_id', 'in', among<CustomerId>(ids))
    .where('contact_id', owner === 'customer' ? 'is' : 'is not', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const ownerOf = (row: { customer_id: CustomerId; contact_id: ContactId | null }) => row.contact_id ?? row.customer_id
  return Map.groupBy(rows, (row): number => ownerOf(row))
}
