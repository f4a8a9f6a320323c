import type { ContactId, CustomerId } from '#contract/common.ts'
import type { DuplicateReason, LikelyMatch } from '#contract/duplicates.ts'
import { phoneDigits } from '#contract/phones.ts'
import { among } from '../db/among.ts'
import { fieldValue } from '../db/json.ts'
import type { Db } from '../db/open.ts'
import { customersNamed, mayHaveWechat } from '../search/same-text.ts'
import { enoughDigits } from './find-duplicates.ts'
import { likelyCustomers } from './likely-customers.ts'
import { plainCode } from './plain-code.ts'

export interface TypedCustomer {
  readonly name: string
  readonly phones: readonly string[]
  readonly wechat: string
  readonly number: string
  readonly except: CustomerId | null
}

interface Match {
  readonly id: CustomerId
  readonly reason: DuplicateReason
  readonly contactName: string | null
}

const mostShown = 8

/** Who a card that is being typed may be already, the surest first. Index look-ups only: it runs at every keystroke. */
export async function likelyDuplicates(db: Db, typed: TypedCustomer): Promise<LikelyMatch[]> {
  const matches = [
    ...(await byNumber(db, typed.number)),
    ...(await byPhones(db, typed.phones)),
    ...(await byWechat(db, typed.wechat)),
    ...(await byName(db, typed.name)),
  ]
  const apart = new Set(typed.except === null ? [] : await keptApartFrom(db, typed.except))
  const first = new Map<CustomerId, Match>()
  for (const match of matches) {
    if (match.id !== typed.except && !apart.has(match.id) && !first.has(match.id)) first.set(match.id, match)
  }
  const shown = [...first.values()].slice(0, mostShown)
  const customers = await likelyCustomers(
    db,
    shown.map(({ id }) => id),
  )
  return shown.flatMap(({ id, reason, contactName }) => {
    const customer = customers.get(id)
    return customer ? [{ ...customer, reason, contactName }] : []
  })
}

async function byNumber(db: Db, number: string): Promise<Match[]> {
  const rows = await db.selectFrom('customers').select('id').where('number', '=', number.trim()).execute()
  return rows.map(({ id }) => ({ id, reason: 'number', contactName: null }))
}

async function byPhones(db: Db, phones: readonly string[]): Promise<Match[]> {
  const digits = phones.map(phoneDigits).filter(({ length }) => length >= enoughDigits)
  if (digits.length === 0) return []
  const rows = await db
    .selectFrom('phones')
    .leftJoin('contacts', 'contacts.id', 'phones.contact_id')
    .select(['phones.customer_id as id', 'contacts.name as contactName'])
    .where('phones.digits', 'in', digits)
    .limit(mostShown * 3)
    .execute()
  return rows.map((row) => ({ ...row, reason: 'phone' }))
}

async function byWechat(db: Db, wechat: string): Promise<Match[]> {
  const wanted = plainCode(wechat)
  const customers = await db
    .selectFrom('customers')
    .select(['id', fieldValue<string | null>('wechat').as('wechat')])
    .where('id', 'in', among<CustomerId>(await mayHaveWechat(db, 'customer', wechat)))
    .execute()
  const contacts = await db
    .selectFrom('contacts')
    .select(['customer_id as id', 'name', 'wechat'])
    .where('id', 'in', among<ContactId>(await mayHaveWechat(db, 'contact', wechat)))
    .execute()
  const match = (row: { id: CustomerId; name?: string; wechat: string | null }): Match[] =>
    plainCode(row.wechat ?? '') === wanted ? [{ id: row.id, reason: 'wechat', contactName: row.name ?? null }] : []
  return [...customers.flatMap(match), ...contacts.flatMap(match)]
}

async function byName(db: Db, name: string): Promise<Match[]> {
  const ids = await customersNamed(db, name)
  return ids.map((id) => ({ id, reason: 'name', contactName: null }))
}

async function keptApartFrom(db: Db, id: CustomerId): Promise<CustomerId[]> {
  const rows = await db
    .selectFrom('apart_customers')
    .select(['customer_id', 'other_id'])
    .where((is) => is.or([is('customer_id', '=', id), is('other_id', '=', id)]))
    .execute()
  return rows.map(({ customer_id: one, other_id: other }) => (one === id ? other : one))
}
