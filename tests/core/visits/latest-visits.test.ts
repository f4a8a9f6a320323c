import { expect, it } from 'vitest'
import type { LocalMinute } from '#contract/common.ts'
import { openFollowUpsOf } from '#core/follow-ups/follow-up-queries.ts'
import { latestVisitsOf } from '#core/visits/visit-queries.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { openTestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

it('reads the latest visits and the open follow-ups of many customers at once', async () => {
  await using core = await openTestCore()
  const { context } = core
  const [first, second, none] = [await core.addCustomer(), await core.addCustomer(), await core.addCustomer()]
  const days = ['2026-02-01', '2026-02-03', '2026-02-02', '2026-02-03']
  for (const id of [second, first]) {
    for (const [index, day] of days.entries()) {
      const visitedAt = `${day}T09:00` as LocalMinute
      const next = index < 2 ? appointmentOn(`2026-03-1${2 - index}`) : { choice: 'unasked' as const }
      await saveVisit(context, visitOf(id, { visitedAt, situation: `${id}: ${index}`, next }))
    }
  }

  const visits = await latestVisitsOf(context.db, [none, second, first], 3)
  expect(visits.map(({ customerId, situation }) => [customerId, situation])).toEqual(
    [first, second].flatMap((id) => [3, 1, 2].map((index) => [id, `${id}: ${index}`])),
  )
  const followUps = await openFollowUpsOf(context.db, [second, none, first])
  expect(followUps.map(({ customerId, dueOn }) => [customerId, dueOn])).toEqual(
    [first, second].flatMap((id) => ['2026-03-11', '2026-03-12'].map((day) => [id, day])),
  )
})
