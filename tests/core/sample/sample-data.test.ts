import { beforeAll, expect, it } from 'vitest'
import { valuesOfCustomer } from '#core/customers/field-values.ts'
import { checkValue } from '#core/fields/field-value.ts'
import { fieldsByKey } from '#core/fields/field-queries.ts'
import { followUpsOfToday } from '#core/follow-ups/follow-up-queries.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { write } from '#core/operations/write.ts'
import { addSampleData } from '#core/sample/sample-data.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

let core: TestCore

beforeAll(async () => {
  core = await openTestCore({ today: '2026-03-02' })
  await addSample(core)
  return () => core[Symbol.asyncDispose]()
})

function addSample({ context }: TestCore) {
  return write(context, { kind: 'addSampleData' }, async ({ db, operationId }) => ({
    count: await addSampleData(db, operationId, context),
  }))
}

it('fills Today as on a busy morning', async () => {
  const today = await followUpsOfToday(core.context.db, core.context.clock.today(), 50)
  expect(today.overdue.items.map(({ customerName }) => customerName)).toEqual([
    '青禾里餐饮管理有限公司',
    '瑞林月子中心',
  ])
  expect(today.dueToday.count).toBe(5)
  expect(today.comingDays.count).toBeGreaterThanOrEqual(8)
  expect(today.doneToday.count).toBe(3)
})

it('holds only values that the fields allow', async () => {
  const fields = await fieldsByKey(core.context.db, 'customer')
  const customers = await core.context.db.selectFrom('customers').selectAll().execute()
  expect(customers).toHaveLength(30)
  const problems = customers.flatMap((customer) =>
    Object.entries(valuesOfCustomer(customer)).flatMap(([key, value]) => {
      const field = fields.get(key)
      const checked = field ? checkValue(field, value ?? null) : { problem: 'no such field' }
      return 'problem' in checked ? [{ name: customer.name, key, value, ...checked }] : []
    }),
  )
  expect(problems).toEqual([])
})

it('names only choices that exist', async () => {
  const known = async (owner: 'visit' | 'followUp', key: string) => {
    const field = (await fieldsByKey(core.context.db, owner)).get(key)
    return new Set(field?.choices.map((choice) => choice.key))
  }
  const channels = await known('visit', 'channel')
  const purposes = await known('visit', 'purpose')
  const results = await known('visit', 'result')
  const kinds = await known('followUp', 'followUpKind')
  const visits = await core.context.db.selectFrom('visits').selectAll().execute()
  const followUps = await core.context.db.selectFrom('follow_ups').selectAll().execute()

  expect(visits.length).toBeGreaterThan(180)
  expect(visits.filter(({ channel }) => !channels.has(channel))).toEqual([])
  expect(visits.filter(({ purpose }) => purpose !== null && !purposes.has(purpose))).toEqual([])
  expect(visits.filter(({ result }) => result === null || !results.has(result))).toEqual([])
  expect(followUps.filter(({ kind }) => !kinds.has(kind))).toEqual([])
})

it('spreads the visits over two years, none of them in the future', async () => {
  const minutes = await core.context.db.selectFrom('visits').select('visited_at').orderBy('visited_at').execute()
  expect(minutes[0]?.visited_at.slice(0, 4)).toBe('2024')
  expect(minutes.at(-1)?.visited_at.slice(0, 10)).toBe('2026-03-02')
  expect(minutes.filter(({ visited_at }) => visited_at > core.context.clock.minute())).toEqual([])
})

it('is one operation, taken back as one', async () => {
  await using other = await openTestCore()
  const { operationId, count } = await addSample(other)
  expect(count).toBe(30)
  await undoOperation(other.context, operationId)
  for (const table of ['customers', 'contacts', 'phones', 'visits', 'follow_ups', 'search_customer_sources'] as const) {
    expect(await other.context.db.selectFrom(table).selectAll().execute()).toEqual([])
  }
})
