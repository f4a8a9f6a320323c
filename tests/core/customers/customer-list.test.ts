import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TimeOfDay } from '#contract/common.ts'
import type { CustomerQuery, Filter } from '#contract/customers.ts'
import type { FieldValue } from '#contract/fields.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { removeCustomers } from '#core/customers/customer-service.ts'
import { countCustomers, idsOfQuery, listCustomers, placeOf } from '#core/customers/customer-list.ts'
import { addField } from '#core/fields/field-service.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { day, openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

let core: TestCore
let area = ''

const phone = (number: string) => ({ id: null, label: '', number })

beforeAll(async () => {
  core = await openTestCore({ today: '2026-03-02' })
  const { context } = core
  const { field } = await addField(context, {
    owner: 'customer',
    labelZh: '面积',
    labelEn: 'Area',
    type: 'number',
    section: 'needs',
    choices: [],
  })
  area = field.key
  const values = (grade: string | null, tags: string[], size: number | null): Record<string, FieldValue> => ({
    grade,
    tags,
    [area]: size,
  })
  const zhang = await core.addCustomer({
    name: '张伟',
    phones: [phone('158 6814 0926')],
    values: values('A', ['民宿'], 90),
  })
  const an = await core.addCustomer({ name: '安娜', values: values('B', ['民宿', '大单'], 100) })
  await core.addCustomer({ name: '周明', values: values(null, [], null) })
  const company = await core.addCustomer({ kind: 'company', name: '陈记面馆', values: values('A', ['大单'], 9) })
  await saveContact(context, {
    ...contactDraft(company, '陈国梁'),
    isPrimary: true,
    isDecisionMaker: true,
    phones: [phone('139 5809 7125')],
  })
  await saveContact(context, { ...contactDraft(company, '阮静'), isDecisionMaker: true })
  await saveVisit(
    context,
    visitOf(zhang, { visitedAt: '2026-01-10T10:00' as never, next: appointmentOn('2026-03-02') }),
  )
  await saveVisit(context, visitOf(an, { visitedAt: '2026-02-20T23:59' as never, next: appointmentOn('2026-02-27') }))
})

afterAll(() => core[Symbol.asyncDispose]())

const today = () => core.context.clock.today()

async function names(query: Partial<CustomerQuery>): Promise<string[]> {
  const whole = { text: '', filters: [], sort: [], ...query }
  const { rows } = await listCustomers(core.context.db, { query: whole, columns: [], offset: 0, limit: 100 }, today())
  expect(await countCustomers(core.context.db, whole, today())).toBe(rows.length)
  expect(await idsOfQuery(core.context.db, whole, today())).toEqual(rows.map(({ id }) => id))
  return rows.map(({ name }) => name)
}

describe('sorting', () => {
  it.each([
    ['name', 'asc', ['安娜', '陈记面馆', '张伟', '周明']],
    ['name', 'desc', ['周明', '张伟', '陈记面馆', '安娜']],
    ['grade', 'asc', ['张伟', '陈记面馆', '安娜', '周明']],
    ['grade', 'desc', ['安娜', '陈记面馆', '张伟', '周明']],
    ['lastContact', 'asc', ['张伟', '安娜', '周明', '陈记面馆']],
    ['lastContact', 'desc', ['安娜', '张伟', '陈记面馆', '周明']],
    ['nextContact', 'asc', ['安娜', '张伟', '周明', '陈记面馆']],
    ['primaryContact', 'asc', ['陈记面馆', '张伟', '安娜', '周明']],
    ['kind', 'asc', ['陈记面馆', '张伟', '安娜', '周明']],
  ] as const)('by %s %s', async (field, direction, expected) => {
    expect(await names({ sort: [{ field, direction }] })).toEqual(expected)
  })

  it('sorts numbers of a custom field as numbers, empty ones last whichever way', async () => {
    expect(await names({ sort: [{ field: area, direction: 'asc' }] })).toEqual(['陈记面馆', '张伟', '安娜', '周明'])
    expect(await names({ sort: [{ field: area, direction: 'desc' }] })).toEqual(['安娜', '张伟', '陈记面馆', '周明'])
  })

  it('sorts by a second field where the first is equal', async () => {
    const sort = [
      { field: 'grade', direction: 'asc' as const },
      { field: 'name', direction: 'asc' as const },
    ]
    expect(await names({ sort })).toEqual(['陈记面馆', '张伟', '安娜', '周明'])
  })

  it('passes over a field that is no more', async () => {
    expect(await names({ sort: [{ field: 'gone', direction: 'asc' }] })).toHaveLength(4)
  })
})

describe('filtering', () => {
  it.each<[Filter, string[]]>([
    [{ field: 'grade', operator: 'is', value: ['A'] }, ['张伟', '陈记面馆']],
    [{ field: 'grade', operator: 'isNot', value: ['A'] }, ['安娜', '周明']],
    [{ field: 'grade', operator: 'isEmpty', value: null }, ['周明']],
    [{ field: 'grade', operator: 'isNotEmpty', value: null }, ['张伟', '安娜', '陈记面馆']],
    [{ field: 'tags', operator: 'is', value: ['大单'] }, ['安娜', '陈记面馆']],
    [{ field: 'tags', operator: 'isNot', value: ['大单', '民宿'] }, ['周明']],
    [{ field: 'name', operator: 'contains', value: '记面' }, ['陈记面馆']],
    [{ field: 'name', operator: 'contains', value: '%' }, []],
    [{ field: 'kind', operator: 'is', value: 'person' }, ['张伟', '安娜', '周明']],
    [{ field: 'lastContact', operator: 'is', value: '2026-02-20' }, ['安娜']],
    [{ field: 'lastContact', operator: 'before', value: '2026-02-20' }, ['张伟']],
    [{ field: 'lastContact', operator: 'after', value: '2026-02-19' }, ['安娜']],
    [{ field: 'lastContact', operator: 'after', value: '2026-02-20' }, []],
    [{ field: 'lastContact', operator: 'olderThanDays', value: 30 }, ['张伟', '周明', '陈记面馆']],
    [{ field: 'nextContact', operator: 'withinDays', value: 0 }, ['张伟']],
    [{ field: 'nextContact', operator: 'withinDays', value: 7 }, ['张伟']],
    [{ field: 'phones', operator: 'contains', value: '158-68' }, ['张伟']],
    [{ field: 'phones', operator: 'contains', value: '7125' }, ['陈记面馆']],
    [{ field: 'phones', operator: 'contains', value: '没有' }, []],
    [{ field: 'phones', operator: 'isEmpty', value: null }, ['安娜', '周明']],
    [{ field: 'primaryContact', operator: 'is', value: '陈国梁' }, ['陈记面馆']],
    [{ field: 'decisionMakers', operator: 'contains', value: '阮' }, ['陈记面馆']],
    [{ field: 'decisionMakers', operator: 'isNotEmpty', value: null }, ['陈记面馆']],
  ])('%o', async (filter, expected) => {
    expect(await names({ filters: [filter] })).toEqual(expected)
  })

  it('compares the numbers of a custom field', async () => {
    expect(await names({ filters: [{ field: area, operator: 'atLeast', value: 90 }] })).toEqual(['张伟', '安娜'])
    expect(await names({ filters: [{ field: area, operator: 'atMost', value: 90 }] })).toEqual(['张伟', '陈记面馆'])
  })

  it('asks for all conditions together', async () => {
    const filters: Filter[] = [
      { field: 'grade', operator: 'is', value: ['A', 'B'] },
      { field: 'kind', operator: 'is', value: ['person'] },
    ]
    expect(await names({ filters })).toEqual(['张伟', '安娜'])
  })

  it('finds by text what a search finds, contacts included', async () => {
    expect(await names({ text: 'zhangw' })).toEqual(['张伟'])
    expect(await names({ text: '阮静' })).toEqual(['陈记面馆'])
    expect(await names({ text: '7125' })).toEqual(['陈记面馆'])
    expect(await names({ text: '没有这个人' })).toEqual([])
  })

  it('refuses a field that is no more, rather than leave the condition out', async () => {
    const gone = names({ filters: [{ field: 'gone', operator: 'is', value: 'x' }] })
    await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

it('shows the columns that were asked for', async () => {
  const query = { text: '', filters: [], sort: [{ field: 'name', direction: 'asc' as const }] }
  const columns = ['phones', 'primaryContact', 'decisionMakers', 'lastContact', 'nextContact', 'grade', area, 'gone']
  const { rows } = await listCustomers(core.context.db, { query, columns, offset: 1, limit: 2 }, today())
  expect(rows.map(({ name, values }) => ({ name, values }))).toEqual([
    {
      name: '陈记面馆',
      values: {
        phones: '139 5809 7125',
        primaryContact: '陈国梁',
        decisionMakers: ['陈国梁', '阮静'],
        grade: 'A',
        [area]: 9,
      },
    },
    {
      name: '张伟',
      values: { phones: '158 6814 0926', lastContact: '2026-01-10', nextContact: '2026-03-02', grade: 'A', [area]: 90 },
    },
  ])
})

it('says where a customer stands in a list', async () => {
  const query: CustomerQuery = {
    text: '',
    filters: [{ field: 'kind', operator: 'is', value: ['person'] }],
    sort: [{ field: 'name', direction: 'asc' }],
  }
  const [an, zhang, zhou] = await idsOfQuery(core.context.db, query, today())
  if (!an || !zhang || !zhou) throw new Error('Three people were expected.')
  const place = (id: typeof an) => placeOf(core.context.db, query, id, today())
  expect(await place(zhang)).toEqual({ index: 1, count: 3, previous: an, next: zhou })
  expect(await place(an)).toEqual({ index: 0, count: 3, previous: null, next: zhang })
  const company = await placeOf(core.context.db, { ...query, filters: [] }, an, today())
  expect(company).toMatchObject({ index: 0, count: 4 })
  expect(await placeOf(core.context.db, { ...query, text: '周明' }, an, today())).toBeNull()
})

it('finds by text what has changed since it was asked last', async () => {
  await using other = await openTestCore()
  const query = { text: '王', filters: [], sort: [] }
  const count = () => countCustomers(other.context.db, query, other.context.clock.today())
  expect(await count()).toBe(0)
  const id = await other.addCustomer({ name: '王芳' })
  expect(await count()).toBe(1)
  await removeCustomers(other.context, { ids: [id] })
  expect(await count()).toBe(0)
})

it('gives the time of the next contact with its day', async () => {
  await using own = await openTestCore()
  const customerId = await own.addCustomer()
  const appointment = {
    dueOn: day('2026-03-05'),
    dueTime: TimeOfDay.parse('14:00'),
    kind: 'appointment',
    title: '',
    place: '',
  }
  await saveVisit(own.context, visitOf(customerId, { next: { choice: 'appointment', appointment } }))
  const query = { text: '', filters: [], sort: [] }
  const { rows } = await listCustomers(
    own.context.db,
    { query, columns: ['nextContact'], offset: 0, limit: 1 },
    today(),
  )
  expect(rows).toMatchObject([{ values: { nextContact: '2026-03-05' }, nextContactTime: '14:00' }])
})
