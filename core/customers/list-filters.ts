import { type RawBuilder, sql } from 'kysely'
import { Day } from '#contract/common.ts'
import type { Filter } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { phoneDigits } from '#contract/phones.ts'
import { holdsAny } from '../db/json.ts'
import { contains } from '../db/like.ts'
import { addDays, firstOfMonth } from '../lib/days.ts'
import { fieldSql } from './field-sql.ts'
import { partCondition } from './part-filters.ts'
import { comesBack } from './yearly-filter.ts'

type Condition = RawBuilder<boolean>

/** What a filter asks of a row of `customers`. */
export function conditionOf(field: Field, filter: Filter, today: Day): Condition {
  if (field.storage === 'part') return partCondition(field, filter)
  const value = sql.raw(fieldSql(field).value)
  switch (filter.operator) {
    case 'is':
      return isOneOf(field, value, filter.value)
    case 'isNot':
      return sql`(${value} is null or not ${isOneOf(field, value, filter.value)})`
    case 'contains':
      return containsText(field, value, filter.value)
    case 'isEmpty':
      return sql`${value} is null`
    case 'isNotEmpty':
      return sql`${value} is not null`
    case 'atLeast':
      return sql`${value} >= ${filter.value}`
    case 'atMost':
      return sql`${value} <= ${filter.value}`
    default:
      return dayCondition(field, filter, today)
  }
}

/** Whether a filter asks when a date comes back, not when it was. */
export function asksForReturn(field: Field, { operator }: Filter): boolean {
  return field.type === 'partialDate' && ['withinDays', 'sinceDays', 'inMonth'].includes(operator)
}

/** Days from one to another, both included; an end that is left out is open. */
interface Span {
  readonly from?: Day
  readonly to?: Day
}

function dayCondition(field: Field, filter: Filter, today: Day): Condition {
  const span = spanOf(filter, today)
  if (!span) return sql`false`
  const { from, to } = span
  if (asksForReturn(field, filter) && from && to) return comesBack(field, from, to)
  const condition = within(field, span)
  const isNever = sql.raw<boolean>(`${fieldSql(field).value} is null`)
  return filter.operator === 'olderThanDays' ? sql`(${isNever} or ${condition})` : condition
}

/** Null where the value is no day: nothing is before it, nothing after. */
function spanOf({ operator, value }: Filter, today: Day): Span | null {
  const count = wholeNumber(value)
  switch (operator) {
    case 'before': {
      const day = Day.safeParse(value).data
      return day === undefined ? null : { to: addDays(day, -1) }
    }
    case 'after': {
      const day = Day.safeParse(value).data
      return day === undefined ? null : { from: addDays(day, 1) }
    }
    case 'olderThanDays':
      return { to: addDays(today, -count - 1) }
    case 'withinDays':
      return { from: today, to: addDays(today, count) }
    case 'sinceDays':
      return { from: addDays(today, 1 - count), to: today }
    case 'isPast':
      return { to: addDays(today, -1) }
    case 'inMonth':
      return { from: firstOfMonth(today, count), to: addDays(firstOfMonth(today, count + 1), -1) }
    default:
      return null
  }
}

/** A hundred years are as good as for ever, and still days that can be written. */
function wholeNumber(value: FieldValue): number {
  return Math.min(36_500, Math.max(0, Math.trunc(Number(value ?? 0)) || 0))
}

function within(field: Field, { from, to }: Span): Condition {
  const { value, startOf = (day: Day) => day } = fieldSql(field)
  const ends = [
    ...(from ? [sql`${sql.raw(value)} >= ${startOf(from)}`] : []),
    ...(to ? [sql`${sql.raw(value)} < ${startOf(addDays(to, 1))}`] : []),
  ]
  return sql`(${sql.join(ends, sql` and `)})`
}

function isOneOf(field: Field, value: RawBuilder<unknown>, wanted: FieldValue): Condition {
  const all = Array.isArray(wanted) ? wanted : [wanted]
  if (field.type === 'tags' || field.type === 'choices') return sql`(${value} is not null and ${holdsAny(value, all)})`
  if (fieldSql(field).startOf) {
    const days = all.flatMap((each) => Day.safeParse(each).data ?? [])
    return days.length === 0
      ? sql`false`
      : sql`(${sql.join(
          days.map((day) => within(field, { from: day, to: day })),
          sql` or `,
        )})`
  }
  const [only] = all
  return all.length === 1 ? sql`${value} = ${only}` : sql`${value} in (${sql.join(all)})`
}

/** A phone number fits however it is parted. */
function containsText(field: Field, value: RawBuilder<unknown>, wanted: FieldValue): Condition {
  const asTyped = contains(value, String(wanted ?? ''))
  const digits = phoneDigits(String(wanted ?? ''))
  if (field.type !== 'phone' || digits === '') return asTyped
  const plain = sql`replace(replace(${value}, ' ', ''), '-', '')`
  return sql`(${asTyped} or ${contains(plain, digits)})`
}
