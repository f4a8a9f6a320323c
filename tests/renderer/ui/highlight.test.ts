import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../../renderer/ui/highlight.tsx'

describe('marks in a text', () => {
  it('cut it where they begin and end', () => {
    expect(piecesOf('老张碗碗香', [[1, 3]])).toEqual([
      { start: 0, piece: '老', isMarked: false },
      { start: 1, piece: '张碗', isMarked: true },
      { start: 3, piece: '碗香', isMarked: false },
    ])
  })

  it('never lose or repeat a character, however they lie', () => {
    const marks = fc.array(fc.tuple(fc.nat(30), fc.nat(30)))
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), marks, (text, marks) => {
        const pieces = piecesOf(text, marks)
        expect(pieces.map(({ piece }) => piece).join('')).toBe(text)
        expect(new Set(pieces.map(({ start }) => start)).size).toBe(pieces.length)
      }),
    )
  })
})
