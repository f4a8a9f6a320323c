type Range = readonly [number, number]

export interface Excerpt {
  readonly text: string
  readonly marks: [number, number][]
}

const before = 12
const longest = 60

/** A piece of a long text around what is marked first, in one line; `…` stands for what was left out. */
export function excerptOf(text: string, marks: readonly Range[]): Excerpt {
  const [start = 0] = marks[0] ?? []
  const from = start <= before + 2 ? 0 : whole(text, start - before)
  const to = text.length - from <= longest + 2 ? text.length : whole(text, from + longest)
  const head = from > 0 ? '…' : ''
  const piece = text.slice(from, to).replace(/\s/g, ' ')
  const shift = head.length - from
  return {
    text: head + piece + (to < text.length ? '…' : ''),
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]): [number, number] => [start + shift, end + shift]),
  }
}

/** Not between the two halves of a character. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at
}
