import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerId } from '../../../contract/common.ts'
import {
  countSelected,
  everything,
  isSelected,
  mostByHand,
  nothing,
  type Selection,
  selectionInput,
  withRows,
} from '../../../renderer/customers/selection.ts'

const id = (number: number) => number as CustomerId
const row = (number: number) => ({ id: id(number), index: number - 1 })
const query = { text: '', filters: [], sort: [] }
const total = 20

const change = fc.record({
  rows: fc.uniqueArray(fc.integer({ min: 1, max: total }), { maxLength: 5 }),
  selected: fc.boolean(),
})

describe('a selection', () => {
  it('holds what was ticked last, however it began', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(change, { maxLength: 12 }), (beginsFull, changes) => {
        const expected = new Set(beginsFull ? Array.from({ length: total }, (_, index) => index + 1) : [])
        let selection: Selection = beginsFull ? everything : nothing
        for (const { rows, selected } of changes) {
          selection = withRows(selection, rows.map(row), selected)
          for (const number of rows) {
            if (selected) expected.add(number)
            else expected.delete(number)
          }
        }
        for (let number = 1; number <= total; number++)
          expect(isSelected(selection, id(number))).toBe(expected.has(number))
        expect(countSelected(selection, total)).toBe(expected.size)
      }),
    )
  })

  it('says itself in ids, or as all of a list but some', () => {
    const some = withRows(nothing, [row(3), row(1)], true)
    expect(selectionInput(some, query)).toEqual({ ids: [3, 1] })
    const allBut = withRows(everything, [row(2)], false)
    expect(selectionInput(allBut, query)).toEqual({ query, except: [2] })
  })

  it('stays as it was when more are ticked by hand than can be said', () => {
    const many = Array.from({ length: mostByHand }, (_, index) => row(index + 1))
    const full = withRows(nothing, many, true)
    expect(countSelected(full, mostByHand + 1)).toBe(mostByHand)
    expect(withRows(full, [row(mostByHand + 1)], true)).toBe(full)
  })
})
