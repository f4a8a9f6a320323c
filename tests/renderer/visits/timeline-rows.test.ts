import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TimelineEntry } from '../../../contract/visits.ts'
import { timelineRows } from '../../../renderer/visits/timeline-rows.ts'

const entries = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 30 }).map((days) =>
  days
    .toSorted((a, b) => a - b)
    .map((ago, index) => {
      const at = new Date(Date.UTC(2026, 2, 2) - ago * 24 * 60 * 60 * 1000).toISOString().slice(0, 16)
      return { type: 'visit', at, visit: { id: index } } as TimelineEntry
    }),
)

it('keeps every entry in order and puts each month over its own, once', () => {
  fc.assert(
    fc.property(entries, (entries) => {
      const rows = timelineRows(entries)
      expect(rows.flatMap((row) => (row.type === 'entry' ? [row.entry] : []))).toEqual(entries)

      let month = ''
      for (const row of rows) {
        if (row.type === 'month') month = row.day.slice(0, 7)
        else expect(row.entry.at.slice(0, 7)).toBe(month)
      }
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    }),
  )
})
