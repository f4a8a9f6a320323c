import { sql } from 'kysely'
import type { CustomerId } from '#contract/common.ts'
import type { CustomerKind } from '#contract/customers.ts'
import type { DuplicateGroup, DuplicateReason } from '#contract/duplicates.ts'
import { among } from '../db/among.ts'
import { fieldValue } from '../db/json.ts'
import type { Db } from '../db/open.ts'
import { turns } from '../lib/turns.ts'
import { fold } from '../search/fold.ts'
import { apartCustomers } from './apart-customers.ts'
import { type CustomerGroup, groupCustomers, type Tie } from './group-customers.ts'
import { likelyCustomers } from './likely-customers.ts'
import { plainCode } from './plain-code.ts'
import { mayBeOne, type Namesake } from './same-person.ts'
import { sharedValues } from './shared-values.ts'

export type FindNews =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly groups: DuplicateGroup[]; readonly count: number }

/** Fewer digits are an extension or half a number. */
export const enoughDigits = 7

/** So that what is asked in between waits for no more than a few tens of milliseconds. */
const slice = 500
const progressEvery = 100
/** As many as one would work through in a day. */
const mostShown = 200

const strengths = { phone: 8, wechat: 8, number: 5, name: 3 } as const satisfies Record<DuplicateReason, number>
const strengthOfPersonsName = 1

/**
 * Looks through all cards for those that are probably the same customer.
 *
 * Reads each card once, a few hundred at a time; everything else happens in memory, with pauses in which other requests
 * are answered.
 */
export async function* findDuplicates(db: Db, signal?: AbortSignal): AsyncGenerator<FindNews> {
  const pause = turns(10, signal)
  const found = seen()
  const total = await countOfCustomers(db)
  let [done, told] = [0, performance.now()]
  for await (const count of readAll(db, found)) {
    done += count
    if (performance.now() - told > progressEvery) {
      told = performance.now()
      yield { type: 'progress', done, total }
    }
    await pause()
  }
  const ties: Tie[] = []
  for (const tie of tiesByValue(found)) {
    ties.push(tie)
    await pause()
  }
  for await (const tie of tiesByPersonsName(db, found)) {
    ties.push(tie)
    await pause()
  }
  const groups = groupCustomers(ties, await apartCustomers(db))
  await pause()
  yield { type: 'done', groups: await described(db, groups.slice(0, mostShown)), count: groups.length }
}

function seen() {
  return {
    phones: sharedValues<CustomerId>(),
    wechats: sharedValues<CustomerId>(),
    numbers: sharedValues<CustomerId>(),
    companies: sharedValues<CustomerId>(),
    persons: sharedValues<CustomerId>(),
  }
}

type Seen = ReturnType<typeof seen>

/** Yields how many cards it has read in each step. */
async function* readAll(db: Db, found: Seen): AsyncGenerator<number> {
  for (let after = 0 as CustomerId; ;) {
    const rows = await db
      .selectFrom('customers')
      .select(['id', 'kind', 'name', 'number', fieldValue<string | null>('wechat').as('wechat')])
      .where('id', '>', after)
      .orderBy('id')
      .limit(slice)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    for (const { id, kind, name, number, wechat } of rows) {
      found[kindsOfNames[kind]].add(fold(name), id)
      found.numbers.add(plainCode(number), id)
      found.wechats.add(plainCode(wechat ?? ''), id)
    }
    const range = sql<boolean>`customer_id > ${after} and customer_id <= ${last.id}`
    const contacts = await db
      .selectFrom('contacts')
      .select(['customer_id as id', 'wechat'])
      .where(range)
      .where('wechat', '<>', '')
      .execute()
    for (const { id, wechat } of contacts) found.wechats.add(plainCode(wechat), id)
    const phones = await db.selectFrom('phones').select(['customer_id as id', 'digits']).where(range).execute()
    for (const { id, digits } of phones) if (digits.length >= enoughDigits) found.phones.add(digits, id)
    after = last.id
    yield rows.length
  }
}

const kindsOfNames = { person: 'persons', company: 'companies' } as const satisfies Record<CustomerKind, keyof Seen>

function* tiesByValue({ phones, wechats, numbers, companies }: Seen): Generator<Tie> {
  const all = [
    ['phone', phones],
    ['wechat', wechats],
    ['number', numbers],
    ['name', companies],
  ] as const
  for (const [reason, values] of all) {
    for (const [value, ids] of values.shared()) {
      for (const [one, other] of pairsOf(ids)) yield { one, other, reason, value, strength: strengths[reason] }
    }
  }
}

async function* tiesByPersonsName(db: Db, { persons }: Seen): AsyncGenerator<Tie> {
  for (let names = [...persons.shared()]; names.length > 0; names = names.slice(slice)) {
    const now = names.slice(0, slice)
    const namesakes = await namesakesOf(
      db,
      now.flatMap(([, ids]) => ids),
    )
    for (const [value, ids] of now) {
      const known = ids.flatMap((id) => namesakes.get(id) ?? [])
      for (const [one, other] of pairsOf(known)) {
        if (!mayBeOne(one, other)) continue
        yield { one: one.id, other: other.id, reason: 'name', value, strength: strengthOfPersonsName }
      }
    }
  }
}

async function namesakesOf(db: Db, ids: readonly CustomerId[]): Promise<Map<CustomerId, Namesake>> {
  const rows = await db
    .selectFrom('customers')
    .select(['id', fieldValue<string | null>('region').as('region')])
    .select(sql<0 | 1>`exists (select 1 from phones where customer_id = customers.id)`.as('hasPhone'))
    .where('id', 'in', among<CustomerId>(ids))
    .execute()
  return new Map(
    rows.map(({ id, region, hasPhone }) => [id, { id, region: fold(region ?? ''), hasPhone: hasPhone === 1 }]),
  )
}

function* pairsOf<T>(items: readonly T[]): Generator<readonly [T, T]> {
  for (const [index, one] of items.entries()) for (const other of items.slice(index + 1)) yield [one, other]
}

async function countOfCustomers(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('customers')
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function described(db: Db, groups: readonly CustomerGroup[]): Promise<DuplicateGroup[]> {
  const customers = await likelyCustomers(
    db,
    groups.flatMap(({ ids }) => ids),
  )
  return groups.map(({ ids, reasons }) => ({
    customers: ids.flatMap((id) => customers.get(id) ?? []),
    // The name as somebody wrote it, not as it was compared.
    reasons: reasons.map(({ reason, value }) => ({
      reason,
      value: reason === 'name' ? nameLike(value, ids, customers) : value,
    })),
  }))
}

function nameLike(
  folded: string,
  ids: readonly CustomerId[],
  customers: ReadonlyMap<CustomerId, { readonly name: string }>,
): string {
  const names = ids.map((id) => customers.get(id)?.name ?? '')
  return names.find((name) => fold(name) === folded) ?? folded
}
