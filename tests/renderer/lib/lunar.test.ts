import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../contract/common.ts'
import { dayOfFestival, dayOfLunar, festivalsOf, lunarOf, lunarWords } from '../../../renderer/lib/lunar.ts'
import { parseDay } from '../../../renderer/lib/parse-day.ts'

const vectors = '../shared/data/lunar/vectors.csv'

describe('the lunar calendar', () => {
  it('has words for a day', () => {
    expect(lunarWords('2026-03-02' as Day)).toMatchObject({ year: '丙午', month: '正月', day: '十四' })
    expect(lunarWords('2025-07-25' as Day)).toMatchObject({ year: '乙巳', month: '闰六月', day: '初一' })
    expect(lunarWords('2150-01-01' as Day)).toBeNull()
  })

  it('knows the festivals of a day', () => {
    expect(festivalsOf('2026-03-03' as Day)).toEqual(['lanternFestival'])
    expect(festivalsOf('2026-02-16' as Day)).toEqual(['newYearsEve'])
    expect(festivalsOf('2026-04-05' as Day)).toEqual(['qingming'])
    expect(festivalsOf('2025-10-06' as Day)).toEqual(['midAutumn'])
    expect(festivalsOf('2026-03-04' as Day)).toEqual([])
    expect(dayOfFestival('newYearsEve', 2026)).toBe('2027-02-05')
    expect(dayOfFestival('qingming', 2024)).toBe('2024-04-04')
  })

  it('puts a thirtieth on the last day of a short month and has no leap month where there is none', () => {
    expect(dayOfLunar({ year: 2026, month: 12, leapMonth: false, day: 30 })).toBe('2027-02-05')
    expect(dayOfLunar({ year: 2026, month: 6, leapMonth: true, day: 1 })).toBeNull()
    expect(dayOfLunar({ year: 2025, month: 6, leapMonth: true, day: 1 })).toBe('2025-07-25')
  })

  it('goes to a lunar date and back', () => {
    const days = fc
      .date({ min: new Date('1901-03-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10) as Day)
    fc.assert(
      fc.property(days, (day) => {
        const lunar = lunarOf(day)
        expect(lunar && dayOfLunar(lunar)).toBe(day)
      }),
    )
  })

  it.skipIf(!existsSync(vectors))('agrees with the Hong Kong Observatory (needs ../shared)', () => {
    const rows = readFileSync(vectors, 'utf8').trim().split('\n').slice(1)
    expect(rows.length).toBeGreaterThan(600)
    for (const row of rows) {
      const [day = '', year, month, isLeap, date, words = ''] = row.split(',')
      const lunar = { year: Number(year), month: Number(month), leapMonth: isLeap === '1', day: Number(date) }
      expect(lunarOf(day as Day)).toEqual(lunar)
      expect(dayOfLunar(lunar)).toBe(day)
      expect(parseDay(`农历${year}年${words}`, '2026-03-02' as Day, 'zh-CN')).toBe(day)
    }
  })
})
