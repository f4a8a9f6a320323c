import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount } from '../../../renderer/lib/format.ts'
import { parseMoney, parseNumber } from '../../../renderer/lib/parse-number.ts'

describe('typed numbers', () => {
  it.each([
    ['1,280.5', 1280.5],
    ['１２３', 123],
    ['-3', -3],
    ['.5', 0.5],
    ['', null],
    ['12a', null],
    ['1.2.3', null],
    ['-', null],
  ])('%s is %s', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })
})

describe('typed amounts', () => {
  it.each([
    ['1280', 128_000],
    ['¥1,280.50', 128_050],
    ['￥88', 8800],
    ['-¥3.20', -320],
    ['60,000.00元', 6_000_000],
    ['1.2万', 1_200_000],
    ['0.105', null],
    ['万', null],
    ['abc', null],
  ])('%s is %s', (text, minor) => {
    expect(parseMoney(text)).toBe(minor)
  })

  it('come back as they are shown', () => {
    const minor = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 })
    fc.assert(
      fc.property(minor, (minor) => {
        expect(parseMoney(formatAmount(minor))).toBe(minor)
      }),
    )
  })
})
