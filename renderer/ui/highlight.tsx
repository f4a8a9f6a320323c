import { Fragment } from 'react'
import type { Ranges } from '#contract/search.ts'

interface HighlightProps {
  readonly text: string
  /** Half-open ranges of UTF-16 positions, in order. */
  readonly marks: Ranges
}

export function Highlight({ text, marks }: HighlightProps) {
  return piecesOf(text, marks).map(({ start, piece, isMarked }) =>
    isMarked ? <mark key={start}>{piece}</mark> : <Fragment key={start}>{piece}</Fragment>,
  )
}

interface Piece {
  readonly start: number
  readonly piece: string
  readonly isMarked: boolean
}

/** The text cut at the marks. Marks that overlap or reach past the end lose what is not theirs. */
export function piecesOf(text: string, marks: Ranges): readonly Piece[] {
  const pieces: Piece[] = []
  let done = 0
  const take = (end: number, isMarked: boolean) => {
    if (end > done) pieces.push({ start: done, piece: text.slice(done, end), isMarked })
    done = Math.max(done, end)
  }
  for (const [start, end] of marks) {
    take(Math.min(start, text.length), false)
    take(Math.min(end, text.length), true)
  }
  take(text.length, false)
  return pieces
}
