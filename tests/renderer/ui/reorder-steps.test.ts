import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beforeWhich, edgeOf, stepFrom } from '../../../renderer/ui/reorder-steps.ts'

const rows = ['a', 'b', 'c', 'd']

it('lands after a row further down, before one further up, nowhere on itself', () => {
  expect(edgeOf(rows, 'a', 'c')).toBe('after')
  expect(edgeOf(rows, 'd', 'b')).toBe('before')
  expect(edgeOf(rows, 'b', 'b')).toBeNull()
  expect(edgeOf(rows, 'b', 'elsewhere')).toBeNull()
})

it('steps to the neighbour and stops at the ends', () => {
  expect(stepFrom(rows, 'b', 1)).toBe('c')
  expect(stepFrom(rows, 'a', -1)).toBeNull()
  expect(stepFrom(rows, 'd', 1)).toBeNull()
})

it('puts what is carried where it was dropped, and keeps all others in order', () => {
  fc.assert(
    fc.property(fc.nat({ max: 3 }), fc.nat({ max: 3 }), (from, to) => {
      const [id = '', over = ''] = [rows[from], rows[to]]
      const edge = edgeOf(rows, id, over)
      if (edge === null) return
      const before = beforeWhich(rows, over, edge)
      const others = rows.filter((row) => row !== id)
      const moved = others.toSpliced(before === null ? others.length : others.indexOf(before), 0, id)
      expect(moved.indexOf(id)).toBe(to)
      expect(moved.filter((row) => row !== id)).toEqual(others)
    }),
  )
})
