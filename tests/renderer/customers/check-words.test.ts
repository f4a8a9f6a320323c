import * as fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Checks } from '../../../contract/customers.ts'
import { checkWords, freshness } from '../../../renderer/customers/check-words.ts'
import { startI18n } from '../../../renderer/lib/i18n.ts'

// The line to the core is laid as the module is read; nothing here goes over it.
vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1/')))

beforeAll(() => startI18n('zh-CN'))

const at = 0 as Checks['accurate']['at']
const checks: Checks = {
  timely: { level: 'fair', medianMinutes: 2160, visits: 5 },
  complete: { level: 'fair', percent: 79, filled: 11, of: 14 },
  accurate: { level: 'fair', at, by: 'confirmed', days: 42, goodDays: 30, fairDays: 90 },
}

function words(part: Partial<Checks>, empty: readonly string[] = ['财务状况', '采购状况', '对外关系']) {
  const [timely, complete, accurate] = checkWords({ ...checks, ...part }, empty)
  return { timely, complete, accurate }
}

describe('the three checks', () => {
  it('say how they stand in a word and what that comes from', () => {
    const { timely, complete, accurate } = words({})
    expect([timely?.verdict, timely?.fact]).toEqual(['一般', '隔 1.5 天记下'])
    expect([complete?.verdict, complete?.fact]).toEqual(['缺 3 项', '11 / 14 项'])
    expect([accurate?.verdict, accurate?.fact]).toEqual(['该核对', '42 天前核对'])
  })

  it('name what would raise them', () => {
    const { complete, accurate } = words({})
    expect(complete?.explanation.join('')).toContain('财务状况、采购状况、对外关系')
    expect(accurate?.explanation.join('')).toContain('30 天以内')
    expect(accurate?.explanation.join('')).toContain('资料无误')
  })

  it('have nothing to judge by before the first visit', () => {
    const { timely } = words({ timely: { level: 'none', medianMinutes: null, visits: 0 } })
    expect(timely).toMatchObject({ verdict: '暂无', fact: '还没有拜访', share: 0 })
  })

  it('are all well on a card with every item filled, even where items do not count', () => {
    const { complete } = words({ complete: { level: 'good', percent: 100, filled: 12, of: 12 } }, [])
    expect(complete).toMatchObject({ level: 'good', verdict: '齐全', share: 1 })
  })

  it.each([
    [0, '当场记下'],
    [25, '隔 25 分钟记下'],
    [200, '隔 3 小时记下'],
    [1440, '隔 1 天记下'],
  ])('tell a delay of %i minutes as one would', (medianMinutes, fact) => {
    expect(words({ timely: { level: 'good', medianMinutes, visits: 3 } }).timely?.fact).toBe(fact)
  })

  it.each([
    ['edited', 0, '今天修改'],
    ['created', 1, '1 天前建卡'],
    ['confirmed', 400, '400 天前核对'],
  ] as const)('say whether it was %s', (by, days, fact) => {
    expect(words({ accurate: { ...checks.accurate, by, days } }).accurate?.fact).toBe(fact)
  })
})

describe('how fresh a card is', () => {
  const limits = fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }))
    .map(([good, more]) => ({ good, fair: good + more }))

  it('goes down day by day and never runs out', () => {
    fc.assert(
      fc.property(limits, fc.nat(3000), ({ good, fair }, days) => {
        const [now, later] = [freshness(days, good, fair), freshness(days + 1, good, fair)]
        expect(later).toBeLessThan(now)
        expect(later).toBeGreaterThan(0)
        expect(now).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('loses a third of its bar with each level', () => {
    expect([0, 30, 90].map((days) => Math.round(100 * freshness(days, 30, 90)))).toEqual([100, 67, 33])
  })
})
