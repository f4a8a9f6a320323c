import { expect, it } from 'vitest'
import { openFollowUpsOf } from '#core/follow-ups/follow-up-queries.ts'
import { saveFollowUpForMany } from '#core/follow-ups/follow-ups-for-many.ts'
import { operationsBefore } from '#core/operations/operation-queries.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { day, openTestCore } from '../../support/core.ts'

const call = {
  kind: 'call',
  title: '问开店进度',
  content: '',
  place: '',
  dueOn: day('2026-03-09'),
  dueTime: null,
  priority: 'normal' as const,
  staffId: null,
}

it('plans the same follow-up for everybody in a list but some, as one step to take back', async () => {
  await using core = await openTestCore()
  const { context } = core
  const zhang = await core.addCustomer({ name: '张伟', values: { grade: 'A' } })
  const an = await core.addCustomer({ name: '安娜', values: { grade: 'A' } })
  const zhou = await core.addCustomer({ name: '周明', values: { grade: 'B' } })
  const query = { text: '', filters: [{ field: 'grade', operator: 'is' as const, value: ['A'] }], sort: [] }

  const { count, operationId } = await saveFollowUpForMany(context, { query, except: [an] }, call)
  expect(count).toBe(1)
  expect(await openFollowUpsOf(context.db, [zhang])).toMatchObject([call])
  expect(await openFollowUpsOf(context.db, [an])).toEqual([])
  expect(await openFollowUpsOf(context.db, [zhou])).toEqual([])

  await undoOperation(context, operationId)
  expect(await openFollowUpsOf(context.db, [zhang])).toEqual([])
})

it('says in history how many there were', async () => {
  await using core = await openTestCore()
  const ids = [await core.addCustomer({ name: '张伟' }), await core.addCustomer({ name: '安娜' })]
  await saveFollowUpForMany(core.context, { ids }, call)
  const [last] = await operationsBefore(core.context.db, null, 1)
  expect(last).toMatchObject({ kind: 'addFollowUps', subject: { count: 2, name: '问开店进度' } })
})

it('refuses a kind that is not on the list, and plans nothing', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer()
  const refused = saveFollowUpForMany(core.context, { ids: [id] }, { ...call, kind: 'nonsense' })
  await expect(refused).rejects.toMatchObject({ code: 'BAD_VALUE' })
  expect(await openFollowUpsOf(core.context.db, [id])).toEqual([])
})
