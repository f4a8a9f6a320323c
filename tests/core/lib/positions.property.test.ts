import { array, assert, constant, integer, nat, option, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { movedPositions, type Placed } from '#core/lib/positions.ts'

const anyRow = array(integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 8 }).map((positions) =>
  positions.toSorted((a, b) => a - b).map((position, id) => ({ id, position })),
)
const anyMove = anyRow.chain((row) =>
  tuple(constant(row), nat(row.length - 1), option(nat(row.length - 1), { nil: null })),
)

function after(row: readonly Placed<number>[], changes: readonly Placed<number>[]): number[] {
  const positions = new Map([...row, ...changes].map(({ id, position }) => [id, position]))
  return row.map(({ id }) => id).toSorted((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0) || a - b)
}

it('puts one before another and leaves the order of the rest', () => {
  assert(
    property(anyMove, ([row, moved, before]) => {
      const others = row.map(({ id }) => id).filter((id) => id !== moved)
      const place = before === null || before === moved ? others.length : others.indexOf(before)
      expect(after(row, movedPositions(row, moved, before))).toEqual(others.toSpliced(place, 0, moved))
    }),
  )
})

it('changes one row where there is room, and none where nothing moves', () => {
  const row = [0, 10, 20].map((position, id) => ({ id, position }))
  expect(movedPositions(row, 2, 1)).toEqual([{ id: 2, position: 1 }])
  expect(movedPositions(row, 0, null)).toEqual([{ id: 0, position: 21 }])
  expect(movedPositions(row, 1, 2)).toEqual([])
  expect(movedPositions(row, 1, 0)).toEqual([{ id: 1, position: -1 }])
})

it('takes in one that comes from elsewhere', () => {
  expect(movedPositions([{ id: 'a', position: 3 }], 'b', null)).toEqual([{ id: 'b', position: 4 }])
  expect(movedPositions([], 'b', null)).toEqual([{ id: 'b', position: 0 }])
})
