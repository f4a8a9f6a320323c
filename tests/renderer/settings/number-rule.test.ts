import { describe, expect, it } from 'vitest'
import type { Day } from '#contract/common.ts'
import type { NumberRule } from '#contract/settings.ts'
import {
  dateFormats,
  dateText,
  missingDate,
  namedParts,
  withChangedPart,
  withMovedPart,
  withoutPart,
  withPart,
} from '../../../renderer/settings/number-rule.ts'

const rule: NumberRule = {
  parts: [
    { part: 'text', text: 'K' },
    { part: 'date', format: 'YYYY' },
    { part: 'counter', digits: 4 },
  ],
  reset: 'year',
}
const kinds = ({ parts }: NumberRule) => parts.map(({ part }) => part)

describe('the parts of a rule', () => {
  it('are added, changed, moved and taken away', () => {
    const longer = withPart(rule, { part: 'text', text: '-' })
    expect(namedParts(longer).map(({ id }) => id)).toEqual(['text-0', 'date-0', 'counter-0', 'text-1'])
    expect(kinds(withMovedPart(longer, 'text-1', 'counter-0', 'before'))).toEqual(['text', 'date', 'text', 'counter'])
    expect(kinds(withMovedPart(longer, 'text-0', 'text-1', 'after'))).toEqual(['date', 'counter', 'text', 'text'])
    expect(withMovedPart(longer, 'date-0', 'text-0', 'after')).toEqual(longer)
    expect(withChangedPart(longer, 'text-1', { part: 'text', text: '/' }).parts[3]).toEqual({ part: 'text', text: '/' })
    expect(withoutPart(longer, 'text-0').parts).toEqual(longer.parts.slice(1))
  })

  it('write a day as the core does', () => {
    expect(dateFormats.map((format) => dateText(format, '2026-03-05' as Day))).toEqual([
      '2026',
      '26',
      '202603',
      '2603',
      '20260305',
    ])
  })
})

describe('a counter that starts again', () => {
  const withDate = (format: (typeof dateFormats)[number] | null, reset: NumberRule['reset']): NumberRule => ({
    parts: [...(format === null ? [] : [{ part: 'date' as const, format }]), { part: 'counter', digits: 4 }],
    reset,
  })

  it.each([
    [null, 'never', null],
    [null, 'year', 'year'],
    ['YYYY', 'year', null],
    ['YY', 'month', 'month'],
    ['YYMM', 'month', null],
    ['YYYYMM', 'day', 'day'],
    ['YYYYMMDD', 'day', null],
  ] as const)('with %s, %s, lacks %s', (format, reset, missing) => {
    expect(missingDate(withDate(format, reset))).toBe(missing)
  })
})
