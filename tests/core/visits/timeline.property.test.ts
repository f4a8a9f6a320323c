import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check'
import { expect, it } from 'vitest'
import type { LocalMinute } from '#contract/common.ts'
import type { TimelineEntry } from '#contract/visits.ts'
import { timelineCounts, timelineOf } from '#core/visits/timeline.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { openTestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

const anyMinute = constantFrom('2026-03-01T10:00', '2026-03-02T09:00', '2026-03-02T09:01', '2025-12-31T23:59')

it('gives every entry once and in order, however long the pages are', async () => {
  await assert(
    asyncProperty(array(anyMinute, { maxLength: 12 }), integer({ min: 1, max: 5 }), async (minutes, limit) => {
      await using core = await openTestCore()
      const { db } = core.context
      const id = await core.addCustomer()
      for (const at of minutes) {
        const visitedAt = at as LocalMinute
        const made = await saveVisit(core.context, visitOf(id, { visitedAt, next: appointmentOn('2026-03-05') }))
        const completes = made.nextFollowUpId === null ? [] : [made.nextFollowUpId]
        await saveVisit(core.context, visitOf(id, { visitedAt, completes }))
      }
      const whole = (await timelineOf(db, id, 'all', null, 200)).entries
      const paged: TimelineEntry[] = []
      for (let after: string | null = null, more = true; more;) {
        const page = await timelineOf(db, id, 'all', after, limit)
        paged.push(...page.entries)
        after = page.next
        more = after !== null
      }
      expect(paged).toEqual(whole)
      expect(whole.map(({ at }) => at)).toEqual(
        whole
          .map(({ at }) => at)
          .toSorted()
          .toReversed(),
      )
      expect(await timelineCounts(db, id)).toEqual({
        all: minutes.length * 3,
        visit: minutes.length * 2,
        followUp: minutes.length,
      })
    }),
    { numRuns: 30 },
  )
}, 60_000)
