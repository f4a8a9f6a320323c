import { describe, expect, it } from 'vitest'
import { FilterOperator } from '../../../contract/customers.ts'
import { type Field, FieldType, type FieldValue } from '../../../contract/fields.ts'
import { carriedValue, isComplete, operatorsOf, valueKindOf } from '../../../renderer/customers/filter-rules.ts'
import { sameValue } from '../../../renderer/customers/same-value.ts'

function field(type: FieldType, storage: Field['storage'] = 'value'): Field {
  return {
    id: 1,
    owner: 'customer',
    key: 'x',
    labelZh: '项',
    labelEn: 'X',
    type,
    storage,
    section: 'name',
    position: 0,
    required: false,
    sensitive: false,
    printed: true,
    listed: true,
    hidden: false,
    readOnly: false,
    retired: false,
    shipped: false,
    choices: [],
  }
}

describe('conditions', () => {
  it('are offered for a field of every type, the usual one first', () => {
    for (const type of FieldType.options) expect(operatorsOf(field(type)).length).toBeGreaterThan(0)
    expect(operatorsOf(field('text'))[0]).toBe('contains')
    expect(operatorsOf(field('choice'))[0]).toBe('is')
    expect(operatorsOf(field('date'))).toContain('olderThanDays')
  })

  it('every one of the contract is offered somewhere', () => {
    const offered = new Set(FieldType.options.flatMap((type) => operatorsOf(field(type))))
    expect([...offered].toSorted()).toEqual(FilterOperator.options.toSorted())
  })

  it('of rows shown as text are asked as text', () => {
    expect(operatorsOf(field('phone', 'part'))).toEqual(['contains', 'isEmpty', 'isNotEmpty'])
  })

  it.each<[FieldType, FilterOperator, FieldValue, boolean]>([
    ['text', 'contains', '', false],
    ['text', 'contains', '余杭', true],
    ['text', 'isEmpty', null, true],
    ['choice', 'is', [], false],
    ['choice', 'is', ['A', 'B'], true],
    ['date', 'olderThanDays', null, false],
    ['date', 'olderThanDays', 30, true],
    ['date', 'olderThanDays', 1.5, false],
    ['date', 'withinDays', -1, false],
    ['date', 'isPast', null, true],
    ['partialDate', 'inMonth', null, false],
    ['partialDate', 'inMonth', 0, true],
    ['money', 'atLeast', '12x', false],
    ['money', 'atLeast', 0, true],
    ['yesNo', 'is', false, true],
    ['yesNo', 'is', null, false],
  ])('%s %s %j can be asked: %s', (type, operator, value, expected) => {
    expect(isComplete(field(type), { operator, value })).toBe(expected)
  })

  it('keep what was typed only where the next one takes the same', () => {
    expect(carriedValue(field('choice'), 'is', 'isNot', ['A'])).toEqual(['A'])
    expect(carriedValue(field('date'), 'before', 'olderThanDays', '2026-03-02')).toBeNull()
    expect(valueKindOf(field('date'), 'before')).toBe('field')
    expect(carriedValue(field('date'), 'before', 'inMonth', '2026-03-02')).toBe(0)
  })
})

describe('two values are the same', () => {
  it('when both are empty in whatever way, or hold the same in the same order', () => {
    expect(sameValue('', null)).toBe(true)
    expect(sameValue([], null)).toBe(true)
    expect(sameValue(['A', 'B'], ['A', 'B'])).toBe(true)
    expect(sameValue(['A', 'B'], ['B', 'A'])).toBe(false)
    expect(sameValue(0, null)).toBe(false)
    expect(sameValue(false, null)).toBe(false)
  })
})
