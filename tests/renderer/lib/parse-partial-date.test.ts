import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partialDateOf, partsOfDate } from '../../../contract/partial-date.ts'
import { parsePartialDate } from '../../../renderer/lib/parse-partial-date.ts'

describe('a birthday as people give it', () => {
  it.each([
    ['1984-03-05', '1984-03-05'],
    ['1984年3月5日', '1984-03-05'],
    ['1984/3/5', '1984-03-05'],
    ['19840305', '1984-03-05'],
    ['84-3-5', '1984-03-05'],
    ['84年3月5日', '1984-03-05'],
    ['05年3月5日', '2005-03-05'],
    ['1984年3月', '1984-03'],
    ['1984-03', '1984-03'],
    ['1984', '1984'],
    ['1984年', '1984'],
    ['84年', '1984'],
    ['3月5日', '--03-05'],
    ['三月五日', '--03-05'],
    ['3/5', '--03-05'],
    ['0305', '--03-05'],
    ['3月', '--03'],
    ['2/29', '--02-29'],
    ['--03-05', '--03-05'],
    ['农历八月十五', 'lunar:--08-15'],
    ['农历1984年八月十五', 'lunar:1984-08-15'],
    ['阴历8月15', 'lunar:--08-15'],
    ['1984年八月廿三', 'lunar:1984-08-23'],
    ['腊月三十', 'lunar:--12-30'],
    ['正月初一', 'lunar:--01-01'],
    ['闰六月三十', 'lunar:--06L-30'],
    ['农历1984-8-15', 'lunar:1984-08-15'],
    ['lunar 8-15', 'lunar:--08-15'],
    ['5 Mar 1984', '1984-03-05'],
    ['March 5', '--03-05'],
    ['Mar 1984', '1984-03'],
  ])('%s is %s', (text, date) => {
    expect(parsePartialDate(text)).toBe(date)
  })

  it.each(['', '不记得', '13月', '2/30', '2月30日', '农历', '19841305', '农历正月三十一'])('%j is none', (text) => {
    expect(parsePartialDate(text)).toBeNull()
  })

  it('is a partial date or none, whatever is typed', () => {
    const pieces = fc.array(fc.constantFrom(...'农历闰正腊年月日号初廿十三五0123/-. mar'), { maxLength: 10 })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((parts) => parts.join('')),
        ),
        (text) => {
          const date = parsePartialDate(text)
          expect(date === null || partsOfDate(date) !== null).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('reads back every lunar date', () => {
    const year = fc.option(fc.integer({ min: 1900, max: 2100 }))
    const parts = fc.record({ year, month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 30 }) })
    fc.assert(
      fc.property(parts, fc.boolean(), ({ year, month, day }, leapMonth) => {
        const date = partialDateOf({ calendar: 'lunar', year, month, leapMonth, day })
        const text = `农历${year === null ? '' : `${year}年`}${leapMonth ? '闰' : ''}${month}月${day}`
        expect(parsePartialDate(text)).toBe(date)
      }),
    )
  })
})
