import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Cell, endOfCell, runsOf, sliceCell, start } from '../../../renderer/print/sheet-cells.ts'

const anyCell: fc.Arbitrary<Cell> = fc.array(
  fc.record({ label: fc.constantFrom('', '需求'), text: fc.string({ maxLength: 12 }), newLine: fc.boolean() }),
  { maxLength: 6 },
)

const textOf = (cell: Cell) => cell.map(({ text }) => text).join('')

it('cuts a cell anywhere without losing or doubling a character', () => {
  fc.assert(
    fc.property(anyCell, fc.nat(), fc.nat(), (cell, anyRun, anyOffset) => {
      const run = anyRun % (cell.length + 1)
      const place = { run, offset: anyOffset % ((cell[run]?.text.length ?? 0) + 1) }
      const above = sliceCell(cell, start, place)
      const below = sliceCell(cell, place, endOfCell(cell))
      expect(textOf(above) + textOf(below)).toBe(textOf(cell))
    }),
  )
})

it('gives the whole cell back when nothing is cut off', () => {
  fc.assert(
    fc.property(anyCell, (cell) => {
      expect(sliceCell(cell, start, endOfCell(cell))).toEqual(cell)
    }),
  )
})

it('shows the label of a text once, where it begins', () => {
  const cell = runsOf('需求', '要夜里施工，不影响午市', true)
  const place = { run: 0, offset: 5 }
  expect(sliceCell(cell, start, place)).toEqual([{ label: '需求', text: '要夜里施工', newLine: true }])
  expect(sliceCell(cell, place, endOfCell(cell))).toEqual([{ label: '', text: '，不影响午市', newLine: true }])
})

it('makes each typed line a run of its own', () => {
  expect(runsOf('备注', '一\n\n二', true).map(({ text }) => text)).toEqual(['一', '', '二'])
})
