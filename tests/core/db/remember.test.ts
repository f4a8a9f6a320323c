import { expect, it } from 'vitest'
import type { Db } from '#core/db/open.ts'
import { remember } from '#core/db/remember.ts'
import { addField } from '#core/fields/field-service.ts'
import { currentLayout } from '#core/fields/field-queries.ts'
import { openTestCore } from '../../support/core.ts'

it('asks again after a change, and after a change was taken back', async () => {
  await using core = await openTestCore()
  const { db } = core.context
  let asked = 0
  const count = remember(async (open: Db, _key: 'all') => {
    asked++
    return (await open.selectFrom('customers').select('id').execute()).length
  })

  expect([await count(db, 'all'), await count(db, 'all'), asked]).toEqual([0, 0, 1])
  await core.addCustomer()
  expect([await count(db, 'all'), asked]).toEqual([1, 2])

  const failing = db.transaction().execute(async (open) => {
    await open.deleteFrom('search_dirty_customers').execute()
    await open.insertInto('settings').values({ key: 'x', value: '1' }).execute()
    expect(await count(db, 'all')).toBe(1)
    throw new Error('taken back')
  })
  await expect(failing).rejects.toThrow('taken back')
  const before = asked
  await count(db, 'all')
  expect(asked).toBe(before + 1)
})

it('shows a new field at once', async () => {
  await using core = await openTestCore()
  const labels = async () => (await currentLayout(core.context.db)).fields.map(({ labelEn }) => labelEn)
  expect(await labels()).not.toContain('Area')
  const draft = {
    owner: 'customer' as const,
    labelZh: '面积',
    labelEn: 'Area',
    type: 'number' as const,
    section: null,
    choices: [],
  }
  await addField(core.context, draft)
  expect(await labels()).toContain('Area')
})
