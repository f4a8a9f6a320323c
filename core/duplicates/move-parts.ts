import type { CustomerId } from '#contract/common.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { fold } from '../search/fold.ts'
import { joinedPairs } from './joined-pairs.ts'

/**
 * Gives the survivor the phones and addresses of the others, each once. What it has already stays behind and goes with
 * its card.
 */
export async function moveParts(db: Db, survivor: CustomerId, others: readonly CustomerId[]): Promise<void> {
  const ids = among<CustomerId>([survivor, ...others])
  const phones = await db
    .selectFrom('phones')
    .select(['id', 'customer_id as customerId', 'number', 'digits', 'position'])
    .where('customer_id', 'in', ids)
    .where('contact_id', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  await move(db, 'phones', survivor, others, phones, ({ digits, number }) => digits || number)

  const addresses = await db
    .selectFrom('addresses')
    .select(['id', 'customer_id as customerId', 'label', 'area', 'street', 'postcode', 'position'])
    .where('customer_id', 'in', ids)
    .orderBy('position')
    .orderBy('id')
    .execute()
  await move(db, 'addresses', survivor, others, addresses, ({ area, street, postcode }) =>
    [fold(area + street), postcode].join(' '),
  )
}

/** Gives the survivor the affiliated customers of the others, and from whom they were kept apart; none to itself. */
export async function moveLinks(db: Db, survivor: CustomerId, others: readonly CustomerId[]): Promise<void> {
  const ids = among<CustomerId>([survivor, ...others])
  for (const table of ['customer_links', 'apart_customers'] as const) {
    const pairs = await db
      .selectFrom(table)
      .select(['id', 'customer_id as one', 'other_id as other'])
      .where((is) => is.or([is('customer_id', 'in', ids), is('other_id', 'in', ids)]))
      .orderBy('id')
      .execute()
    for (const { id, one, other } of joinedPairs(pairs, survivor, others)) {
      // The smaller id of two kept apart stands first; which way a link was written stays as it was.
      const isTurned = table === 'apart_customers' && one > other
      const [customer_id, other_id] = isTurned ? [other, one] : [one, other]
      await db.updateTable(table).set({ customer_id, other_id }).where('id', '=', id).execute()
    }
  }
}

interface Part {
  readonly id: number
  readonly customerId: CustomerId
  readonly position: number
}

async function move<P extends Part>(
  db: Db,
  table: 'phones' | 'addresses',
  survivor: CustomerId,
  others: readonly CustomerId[],
  parts: readonly P[],
  keyOf: (part: P) => string,
): Promise<void> {
  const bySide = Map.groupBy(parts, ({ customerId }) => customerId)
  const own = bySide.get(survivor) ?? []
  const known = new Set(own.map(keyOf))
  let position = Math.max(-1, ...own.map((part) => part.position))
  for (const part of others.flatMap((id) => bySide.get(id) ?? [])) {
    const key = keyOf(part)
    if (known.has(key)) continue
    known.add(key)
    position++
    await db.updateTable(table).set({ customer_id: survivor, position }).where('id', '=', part.id).execute()
  }
}
