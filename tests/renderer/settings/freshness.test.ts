import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freshnessOf, withFreshness } from '../../../renderer/settings/freshness.ts'

const freshness = [
  { grade: 'A', goodDays: 90, fairDays: 180 },
  { grade: null, goodDays: 365, fairDays: 730 },
]

it('goes by what counts without a grade where a grade says nothing', () => {
  expect(freshnessOf(freshness, 'A')).toMatchObject({ goodDays: 90 })
  expect(freshnessOf(freshness, 'new')).toMatchObject({ goodDays: 365, fairDays: 730 })
})

it('keeps what was typed, keeps good within fair, and leaves other grades alone', () => {
  fc.assert(
    fc.property(fc.constantFrom('goodDays', 'fairDays'), fc.integer({ min: 1, max: 3650 }), (which, value) => {
      const after = withFreshness(freshness, 'A', { [which]: value })
      const days = freshnessOf(after, 'A')
      expect(days[which]).toBe(value)
      expect(days.goodDays).toBeLessThanOrEqual(days.fairDays)
      expect(freshnessOf(after, null)).toEqual(freshnessOf(freshness, null))
      expect(after).toHaveLength(2)
    }),
  )
})
