import { expect, it } from 'vitest'
import type { ViewId } from '#contract/common.ts'
import type { CustomerQuery } from '#contract/customers.ts'
import type { View } from '#contract/views.ts'
import { countCustomers } from '#core/customers/customer-list.ts'
import { saveValue } from '#core/customers/save-value.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { addMissingViews } from '#core/views/shipped-views.ts'
import { viewCounts, viewsInOrder } from '#core/views/view-queries.ts'
import { addView, editView, moveView, removeView } from '#core/views/view-service.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

const gradeA: CustomerQuery = {
  text: '',
  filters: [{ field: 'grade', operator: 'is', value: ['A'] }],
  sort: [{ field: 'name', direction: 'asc' }],
}
const regulars = {
  labelZh: '重点客户',
  labelEn: '重点客户',
  query: gradeA,
  columns: [{ field: 'region', width: 120, pinned: true }],
}

const list = ({ context }: TestCore) => viewsInOrder(context.db)
const counts = ({ context }: TestCore) => viewCounts(context.db, context.clock.today())

async function named(core: TestCore, key: string): Promise<View> {
  const view = (await list(core)).find((each) => each.key === key)
  if (!view) throw new Error(`No view ${key}.`)
  return view
}

async function countOf(core: TestCore, id: ViewId): Promise<number | undefined> {
  return (await counts(core)).find((view) => view.id === id)?.count
}

it('comes with lists for every morning, ten of them as tabs', async () => {
  await using core = await openTestCore()
  const shipped = await list(core)
  expect(shipped.filter(({ hidden }) => !hidden)).toHaveLength(10)
  expect(shipped.map(({ labelZh }) => labelZh)).toEqual(
    expect.arrayContaining(['今日应联系', '逾期未联系', '本月生日', '流失风险', '卡片不完整', '公司客户', '个人客户']),
  )
})

it('keeps what a list shows: conditions, order and columns', async () => {
  await using core = await openTestCore()
  const { id, operationId } = await addView(core.context, regulars)
  expect((await list(core)).at(-1)).toEqual({ id, key: null, hidden: false, ...regulars })
  await undoOperation(core.context, operationId)
  expect((await list(core)).some((view) => view.id === id)).toBe(false)
})

it('changes, hides and deletes the lists it came with like any other, and takes that back', async () => {
  await using core = await openTestCore()
  const companies = await named(core, 'companies')
  const edited = await editView(core.context, companies.id, {
    labelZh: '单位',
    query: gradeA,
    columns: [],
    hidden: true,
  })
  expect(await named(core, 'companies')).toEqual({
    ...companies,
    labelZh: '单位',
    query: gradeA,
    columns: [],
    hidden: true,
  })
  await undoOperation(core.context, edited.operationId)
  expect(await named(core, 'companies')).toEqual(companies)

  const before = await list(core)
  const removed = await removeView(core.context, companies.id)
  expect(await list(core)).toEqual(before.filter(({ id }) => id !== companies.id))
  await undoOperation(core.context, removed.operationId)
  expect(await list(core)).toEqual(before)
})

it('leaves as it is what a change does not name', async () => {
  await using core = await openTestCore()
  const { id } = await addView(core.context, regulars)
  await editView(core.context, id, { hidden: true, labelZh: undefined })
  expect((await list(core)).at(-1)).toMatchObject({ ...regulars, hidden: true })
})

it('moves a view before another or behind all, and back', async () => {
  await using core = await openTestCore()
  const before = (await list(core)).map(({ id }) => id)
  const [first, second, third] = before
  if (!first || !second || !third) throw new Error('Three views were expected.')
  const moved = await moveView(core.context, third, first)
  expect((await list(core)).map(({ id }) => id)).toEqual([third, first, second, ...before.slice(3)])
  await undoOperation(core.context, moved.operationId)
  expect((await list(core)).map(({ id }) => id)).toEqual(before)
  await moveView(core.context, first, null)
  expect((await list(core)).map(({ id }) => id)).toEqual([...before.slice(1), first])
})

it('refuses a view that is gone', async () => {
  await using core = await openTestCore()
  const gone = { code: 'NOT_FOUND', data: { entity: 'view', id: 999 } }
  await expect(editView(core.context, 999 as ViewId, { hidden: true })).rejects.toMatchObject(gone)
  await expect(moveView(core.context, 999 as ViewId, null)).rejects.toMatchObject(gone)
  await expect(removeView(core.context, 999 as ViewId)).rejects.toMatchObject(gone)
})

it('counts every visible view as its list does, and again after a change', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer({ name: '张伟', values: { grade: 'A', birthday: '1984-03-05' } })
  await core.addCustomer({ name: '陈记面馆', kind: 'company', values: { grade: 'B' } })
  const own = await addView(core.context, regulars)

  const views = await list(core)
  const today = core.context.clock.today()
  for (const view of views.filter(({ hidden }) => !hidden))
    expect({ view: view.labelZh, count: await countOf(core, view.id) }).toEqual({
      view: view.labelZh,
      count: await countCustomers(core.context.db, view.query, today),
    })
  expect(await countOf(core, (await named(core, 'birthdays')).id)).toBe(1)
  expect(await countOf(core, (await named(core, 'atRisk')).id)).toBeUndefined()

  expect(await countOf(core, own.id)).toBe(1)
  await saveValue(core.context, { id, field: 'grade', value: 'C', was: 'A' })
  expect(await countOf(core, own.id)).toBe(0)
})

it('gives no count for a view whose field is gone, and counts the others', async () => {
  await using core = await openTestCore()
  const query = { ...gradeA, filters: [{ field: 'gone', operator: 'isEmpty' as const, value: null }] }
  const { id } = await addView(core.context, { ...regulars, query })
  expect(await countOf(core, id)).toBeUndefined()
  expect(await counts(core)).toHaveLength(10)
})

it('gives a file the views of a newer version once', async () => {
  await using core = await openTestCore()
  const { id, key } = await named(core, 'persons')
  await removeView(core.context, id)
  await addMissingViews(core.context.db)
  expect((await list(core)).some((view) => view.key === key)).toBe(false)

  // As a file that was set up before there were any.
  await core.context.db.deleteFrom('settings').where('key', '=', 'shippedViews').execute()
  core.context.database.sqlite.exec('DROP TRIGGER temp.views_record_delete; DELETE FROM views')
  await addMissingViews(core.context.db)
  expect(await list(core)).toHaveLength(14)
})
