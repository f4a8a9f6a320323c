import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#contract/common.ts'
import type { Filter } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { phoneDigits } from '#contract/phones.ts'
import { holdsAny } from '../db/json.ts'
import { notYet } from '../lib/not-yet.ts'
import { addDays } from '../lib/days.ts'
import { fieldSql } from './field-sql.ts'

type Condition = RawBuilder<boolean>

/** What a filter asks of a row of `customers`. */
export function conditionOf(field: Field, filter: Filter, today: Day): Condition {
  if (field.storage === 'part') return partCondition(field, filter)
  const value = sql.raw(fieldSql(field).value)
  const days = Number(filter.value ?? 0)
  switch (filter.operator) {
    case 'is':
      return isOneOf(field, value, filter.value)
    case 'isNot':
      return sql`(${value} is null or not ${isOneOf(field, value, filter.value)})`
    case 'contains':
      return sql`${value} like ${likePattern(filter.value)} escape '\\'`
    case 'isEmpty':
      return sql`${value} is null`
    case 'isNotEmpty':
      return sql`${value} is not null`
    case 'before':
      return sql`${value} < ${filter.value}`
    case 'after':
      return sql`${value} >= ${addDays(filter.value as Day, 1)}`
    case 'atLeast':
      return sql`${value} >= ${filter.value}`
    case 'atMost':
      return sql`${value} <= ${filter.value}`
    case 'olderThanDays':
      return sql`(${value} is null or ${value} < ${addDays(today, -days)})`
    case 'withinDays':
      return sql`(${value} >= ${today} and ${value} < ${addDays(today, days + 1)})`
    case 'sinceDays':
      return sql`(${value} > ${addDays(today, -days)} and ${value} < ${addDays(today, 1)})`
    case 'isPast':
      return sql`${value} < ${today}`
    case 'inMonth':
      return notYet()
  }
}

function isOneOf(field: Field, value: RawBuilder<unknown>, wanted: FieldValue): Condition {
  const all = Array.isArray(wanted) ? wanted : [wanted]
  if (field.type === 'tags' || field.type === 'choices') return sql`(${value} is not null and ${holdsAny(value, all)})`
  if (field.key === 'lastContact') {
    // Kept to the minute, asked by the day.
    const ofDay = (day: Day) => sql`(${value} >= ${day} and ${value} < ${addDays(day, 1)})`
    return sql`(${sql.join((all as Day[]).map(ofDay), sql` or `)})`
  }
  const [only] = all
  return all.length === 1 ? sql`${value} = ${only}` : sql`${value} in (${sql.join(all)})`
}

/** Phones and contacts are rows of their own: the customer fits when one of them does. */
function partCondition(field: Field, { operator, value }: Filter): Condition {
  const isPhone = field.key === 'phones'
  const rows = isPhone
    ? sql`select 1 from phones where customer_id = customers.id and contact_id is null`
    : sql`select 1 from contacts where customer_id = customers.id and ${sql.ref(contactFlags[field.key] ?? '')} = 1`
  const shown = isPhone ? sql`digits` : sql`name`
  const plain = (text: FieldValue) => (isPhone ? phoneDigits(String(text)) : String(text))
  switch (operator) {
    case 'is':
    case 'isNot': {
      const wanted = (Array.isArray(value) ? value : [value]).map(plain)
      const found = sql<boolean>`exists (${rows} and ${shown} in (${sql.join(wanted)}))`
      return operator === 'is' ? found : sql`not ${found}`
    }
    case 'isEmpty':
      return sql`not exists (${rows})`
    case 'contains':
      return sql`exists (${rows} and ${shown} like ${likePattern(plain(value))} escape '\\')`
    default:
      return sql`exists (${rows})`
  }
}

const contactFlags: Readonly<Record<string, string>> = {
  primaryContact: 'is_primary',
  decisionMakers: 'is_decision_maker',
}

function likePattern(value: FieldValue): string {
  return `%${String(value ?? '').replace(/[%_\\]/g, String.raw`\$&`)}%`
}
