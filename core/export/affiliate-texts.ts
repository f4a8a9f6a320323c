import type { CustomerId } from '#contract/common.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'

/** The customers these belong together with, by card number and how: `K20260002（母公司）`. Told on both cards. */
export async function affiliateTexts(db: Db, ids: readonly CustomerId[]): Promise<ReadonlyMap<CustomerId, string[]>> {
  const own = among<CustomerId>(ids)
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('customer_links')
        .select(['customer_id as customerId', 'other_id as otherId', 'note'])
        .where('customer_id', 'in', own)
        .unionAll(
          from
            .selectFrom('customer_links')
            .select(['other_id as customerId', 'customer_id as otherId', 'note'])
            .where('other_id', 'in', own),
        )
        .as('links'),
    )
    .innerJoin('customers', 'customers.id', 'links.otherId')
    .select(['links.customerId', 'customers.number', 'links.note'])
    .orderBy('customers.number')
    .execute()
  const byCustomer = Map.groupBy(rows, ({ customerId }) => customerId)
  const text = ({ number, note }: { number: string; note: string }) => (note === '' ? number : `${number}（${note}）`)
  return new Map([...byCustomer].map(([id, affiliates]) => [id, affiliates.map(text)]))
}
