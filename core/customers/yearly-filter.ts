import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#contract/common.ts'
import type { Field } from '#contract/fields.ts'
import { yearlyKey } from '../db/yearly-key.ts'
import { yearlyKeys } from '../lib/yearly-keys.ts'
import { fieldSql } from './field-sql.ts'

/** The expression that such a filter looks up, for its index. */
export function yearlySql(field: Field): string {
  return yearlyKey(fieldSql(field).value)
}

/** Customers with a date that comes back within these days. Of a birthday, those of their contacts count as well. */
export function comesBack(field: Field, from: Day, to: Day): RawBuilder<boolean> {
  const keys = sql`(select value from json_each(${JSON.stringify(yearlyKeys(from, to))}))`
  const own = sql`select id from customers where ${sql.raw(yearlySql(field))} in ${keys}`
  if (field.key !== 'birthday') return sql`customers.id in (${own})`
  const contacts = sql`select customer_id from contacts where birthday is not null and ${sql.raw(yearlyKey('birthday'))} in ${keys}`
  return sql`customers.id in (${own} union all ${contacts})`
}
