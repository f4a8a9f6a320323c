import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/** Draws a row also when it is out of sight: the one that has, or is about to get, the focus. -1 for none. */
export function withRow(index: number): (range: Range) => number[] {
  return (range) => {
    const drawn = defaultRangeExtractor(range)
    return index < 0 || index >= range.count || drawn.includes(index)
      ? drawn
      : [...drawn, index].toSorted((a, b) => a - b)
  }
}
