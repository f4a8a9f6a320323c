import { describe, expect, it } from 'vitest'
import type { Operation } from '../../../contract/operations.ts'
import { daysOf } from '../../../renderer/history/days-of.ts'

const at = (moment: string) => ({ madeAt: Date.parse(moment) }) as Operation

describe('the history by day', () => {
  it('counts days on the clock of this computer, not in UTC', () => {
    const days = daysOf([
      at('2026-03-02T00:10:00+08:00'),
      at('2026-03-01T23:50:00+08:00'),
      at('2026-03-01T08:00:00+08:00'),
    ])
    expect(days.map(({ on, operations }) => [on, operations.length])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-01', 2],
    ])
  })
})
