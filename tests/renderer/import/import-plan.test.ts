import { describe, expect, it } from 'vitest'
import type { ImportColumn, ImportTarget } from '#contract/imports.ts'
import {
  asSent,
  clashingColumns,
  columnLetter,
  countColumns,
  hasName,
  nextSheet,
  possibleMatchKeys,
} from '../../../renderer/import/import-plan.ts'

function column(index: number, to: ImportTarget): ImportColumn {
  return {
    index,
    header: `H${index}`,
    firstValue: '',
    filled: 1,
    plan: { column: index, to, existing: 'fillEmpty', dayOrder: null },
    status: 'matched',
    how: 'label',
    remarks: [],
  }
}

function columnsTo(...targets: (readonly ['customer' | 'contact' | 'visit', string] | null)[]): ImportColumn[] {
  return targets.map((target, index) =>
    column(index, target ? { kind: 'field', owner: target[0], field: target[1], part: null } : { kind: 'skip' }),
  )
}

it('names columns as a spreadsheet does', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

it('finds the later of two columns that go to one place, which several phones may', () => {
  const columns = columnsTo(
    ['customer', 'name'],
    ['contact', 'name'],
    ['customer', 'phones'],
    ['customer', 'phones'],
    ['customer', 'name'],
    null,
    null,
  )
  expect([...clashingColumns(columns)]).toEqual([4])
})

describe('what a file can be matched by', () => {
  it('is only what it brings', () => {
    expect(possibleMatchKeys(columnsTo(null))).toEqual(['none'])
    expect(possibleMatchKeys(columnsTo(['customer', 'name']))).toEqual(['none', 'name'])
    expect(possibleMatchKeys(columnsTo(['customer', 'name'], ['contact', 'phones']))).toEqual([
      'none',
      'phone',
      'name',
      'nameAndPhone',
    ])
  })

  it('needs a name or a number to make or find a card at all', () => {
    expect(hasName(columnsTo(['customer', 'phones']))).toBe(false)
    expect(hasName(columnsTo(['customer', 'number'], ['visit', 'situation']))).toBe(true)
  })
})

it('says at once how a column stands that was sent elsewhere', () => {
  const sent = asSent(column(2, { kind: 'skip' }), {
    column: 2,
    to: { kind: 'newField', label: '灶台数量', type: 'number' },
    existing: 'fillEmpty',
    dayOrder: null,
  })
  expect(sent.status).toBe('new')
  expect(countColumns([sent, column(0, { kind: 'skip' })])).toEqual({ matched: 0, created: 1, skipped: 1 })
})

it('goes on with the next sheet that can be seen', () => {
  const source = { sheet: 0 } as Parameters<typeof nextSheet>[0]['source']
  const sheets = [
    { name: '客户', isHidden: false },
    { name: '参数', isHidden: true },
    { name: '拜访', isHidden: false },
  ]
  expect(nextSheet({ sheets, source })).toEqual({ index: 2, name: '拜访' })
  expect(nextSheet({ sheets, source: { ...source, sheet: 2 } })).toBeNull()
  expect(nextSheet({ sheets: [], source: { ...source, sheet: null } })).toBeNull()
})
