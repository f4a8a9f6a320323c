import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  uniqueArray,
} from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustomerId, Day } from '#contract/common.ts'
import type { Filter, FilterOperator } from '#contract/customers.ts'
import type { FieldType, FieldValue } from '#contract/fields.ts'
import { countCustomers, idsOfQuery } from '#core/customers/customer-list.ts'
import { addField } from '#core/fields/field-service.ts'
import { addDays } from '#core/lib/days.ts'
import { day, openTestCore, type TestCore } from '../../support/core.ts'

const today = day('2026-03-02')

/** What a field of a type may hold, what it may be asked for, and the conditions it is offered. */
interface Sort {
  readonly value: Arbitrary<FieldValue>
  readonly wanted: Arbitrary<FieldValue>
  readonly operators: readonly FilterOperator[]
}

const presence = ['isEmpty', 'isNotEmpty'] as const
const anyWord = constantFrom('余杭', '西湖区', 'Linping', "O'Hara", '100%', 'a_b', '=1', '😀')
const anyPart = constantFrom('余', '西湖', 'linping', "'", '%', '_', '😀', '没有')
const anyNumber = integer({ min: -3, max: 3 })
const anyDay = integer({ min: -45, max: 45 }).map((days) => addDays(today, days))
const anyKey = constantFrom('wood', 'steel', 'stone')
const keys = uniqueArray(anyKey, { minLength: 1, maxLength: 3 })

const text: Sort = {
  value: anyWord,
  wanted: oneof(anyPart, anyWord),
  operators: ['contains', 'is', 'isNot', ...presence],
}
const sorts: Readonly<Partial<Record<FieldType, Sort>>> = {
  text,
  longText: text,
  number: { value: anyNumber, wanted: anyNumber, operators: ['atLeast', 'atMost', 'is', 'isNot', ...presence] },
  money: { value: anyNumber, wanted: anyNumber, operators: ['atLeast', 'atMost', 'is', ...presence] },
  date: {
    value: anyDay,
    wanted: anyDay,
    operators: ['before', 'after', 'is', 'isNot', 'isPast', ...presence],
  },
  yesNo: { value: boolean(), wanted: boolean(), operators: ['is', 'isNot', ...presence] },
  choice: { value: anyKey, wanted: oneof(anyKey, keys), operators: ['is', 'isNot', ...presence] },
  choices: { value: keys, wanted: keys, operators: ['is', 'isNot', ...presence] },
  phone: {
    value: constantFrom('139 5809 7125', '0571-8812', '转接'),
    wanted: constantFrom('5809', '58 09', '8812', '转', '0571'),
    operators: ['contains', ...presence],
  },
  email: {
    ...text,
    value: constantFrom('a_b@x.cn', 'info@shuke.cn'),
    wanted: constantFrom('_', 'SHUKE', 'info@shuke.cn'),
  },
}
const days: Sort = {
  value: anyDay,
  wanted: integer({ min: 0, max: 40 }),
  operators: ['olderThanDays', 'withinDays', 'sinceDays'],
}
const months: Sort = { value: anyDay, wanted: integer({ min: 0, max: 2 }), operators: ['inMonth'] }

let core: TestCore
let fieldKeys: Record<string, string>

beforeAll(async () => {
  core = await openTestCore({ today })
  const types = Object.keys(sorts) as FieldType[]
  const made = await Promise.all(
    types.map(async (type) => {
      const { field } = await addField(core.context, {
        owner: 'customer',
        labelZh: `试 ${type}`,
        labelEn: `Test ${type}`,
        type,
        section: 'needs',
        choices: [],
      })
      return [type, field.key] as const
    }),
  )
  fieldKeys = Object.fromEntries(made)
})

afterAll(() => core[Symbol.asyncDispose]())

describe('a list shows exactly the customers that fit, whatever is asked of', () => {
  const cases = [...Object.entries(sorts), ['date', days] as const, ['date', months] as const]
  it.each(cases)('a field of type %s', async (type, sort) => {
    const anyFilter = record({ operator: constantFrom(...sort.operators), value: sort.wanted })
    const key = fieldKeys[type] ?? ''
    await assert(
      asyncProperty(
        array(option(sort.value, { freq: 4 }), { minLength: 1, maxLength: 6 }),
        array(anyFilter, { minLength: 1, maxLength: 2 }),
        constantFrom('asc' as const, 'desc' as const),
        async (values, asked, direction) => {
          const ids = await refill(key, values)
          const filters: Filter[] = asked.map((each) => ({ field: key, ...each }))
          const query = { text: '', filters, sort: [{ field: 'number', direction }] }
          const expected = ids.filter((_, index) => asked.every((filter) => fits(type, values[index] ?? null, filter)))
          const shown = await idsOfQuery(core.context.db, query, today)
          expect(shown).toEqual(direction === 'asc' ? expected : expected.toReversed())
          expect(await countCustomers(core.context.db, query, today)).toBe(expected.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** Straight into the table: what is tried out is reading. */
async function refill(key: string, values: readonly FieldValue[]): Promise<CustomerId[]> {
  const { sqlite } = core.context.database
  sqlite.exec('DROP TRIGGER IF EXISTS temp.customers_record_delete; DELETE FROM customers')
  const insert = sqlite
    .prepare<unknown[], CustomerId>(
      `INSERT INTO customers (uid, operation_id, number, kind, name, field_values, created_on, created_at)
       VALUES (?, 1, ?, 'person', '王芳', ?, '2026-03-02', 0) RETURNING id`,
    )
    .pluck()
  return values.map((value, index) => {
    const id = insert.get(`${index}`, `K${index}`, value === null ? '{}' : JSON.stringify({ [key]: value }))
    if (id === undefined) throw new Error('A customer was not written.')
    return id
  })
}

function fits(type: string, value: FieldValue, { operator, value: wanted }: Omit<Filter, 'field'>): boolean {
  const isEmpty = value === null
  const count = Number(wanted)
  const is = () => !isEmpty && [wanted].flat().some((each) => [value].flat().some((own) => own === each))
  const isBetween = (from: Day, to: Day) => !isEmpty && String(value) >= from && String(value) <= to
  switch (operator) {
    case 'isEmpty':
      return isEmpty
    case 'isNotEmpty':
      return !isEmpty
    case 'is':
      return is()
    case 'isNot':
      return !is()
    case 'contains':
      return (
        !isEmpty &&
        (type === 'phone' ? plain(value) : lower(value)).includes(type === 'phone' ? plain(wanted) : lower(wanted))
      )
    case 'atLeast':
      return !isEmpty && Number(value) >= count
    case 'atMost':
      return !isEmpty && Number(value) <= count
    case 'before':
      return !isEmpty && String(value) < String(wanted)
    case 'after':
      return !isEmpty && String(value) > String(wanted)
    case 'isPast':
      return !isEmpty && String(value) < today
    case 'olderThanDays':
      return isEmpty || String(value) < addDays(today, -count)
    case 'withinDays':
      return isBetween(today, addDays(today, count))
    case 'sinceDays':
      return isBetween(addDays(today, 1 - count), today)
    case 'inMonth':
      return !isEmpty && String(value).slice(0, 7) === `2026-0${3 + count}`
  }
}

function lower(value: FieldValue): string {
  return String(value).replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function plain(value: FieldValue): string {
  return String(value).replace(/[\s-]/g, '')
}
