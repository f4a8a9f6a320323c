/** What the measuring of a block told. Heights are in CSS pixels. */
export interface MeasuredBlock {
  /** The table it is a row of: a table that goes on over the page shows its head again. Null outside of tables. */
  readonly table: string | null
  /** Height of the head of that table. */
  readonly head: number
  readonly height: number
  /** Where each line of its text ends, counted from the top of the block; a block of one line is never cut. */
  readonly lineEnds: readonly number[]
  /** A title, which is no use at the foot of a page. */
  readonly keepsWithNext: boolean
}

/** The lines of a block that stand together on one page. */
export interface Piece {
  readonly block: number
  readonly from: number
  readonly to: number
}

export interface Room {
  readonly firstPage: number
  readonly laterPages: number
}

/** Fewer lines than this are not left alone at the foot or the head of a page. */
const together = 2

/** Deals blocks out to pages in their order, cutting long ones between two lines. Every line comes out exactly once. */
export function paginate(blocks: readonly MeasuredBlock[], room: Room): Piece[][] {
  const pages: Piece[][] = [[]]
  let left = room.firstPage
  let table: string | null = null

  const turn = () => {
    pages.push([])
    left = room.laterPages
    table = null
  }
  const put = (piece: Piece, block: MeasuredBlock, height: number) => {
    pages.at(-1)?.push(piece)
    left -= height
    table = block.table
  }

  blocks.forEach((block, index) => {
    const lines = Math.max(block.lineEnds.length, 1)
    const needed = heightOf(block, 0, lines, table) + roomForNext(blocks, index)
    if (needed > left && !isEmpty(pages) && !linesFitting(block, 0, left, table)) turn()

    let from = 0
    while (from < lines) {
      const to = heightOf(block, from, lines, table) <= left ? lines : linesFitting(block, from, left, table)
      if (to > from) {
        put({ block: index, from, to }, block, heightOf(block, from, to, table))
        from = to
        if (from < lines) turn()
      } else if (isEmpty(pages)) {
        // Not even a bare page has room for it: better to print past the edge than to lose it or never to end.
        put({ block: index, from, to: lines }, block, heightOf(block, from, lines, table))
        from = lines
      } else {
        turn()
      }
    }
  })
  return pages
}

function heightOf(block: MeasuredBlock, from: number, to: number, table: string | null): number {
  const head = block.table !== null && block.table !== table ? block.head : 0
  const lines = block.lineEnds.length
  if (lines === 0 || (from === 0 && to === lines)) return head + block.height
  return head + block.height - endOf(block, lines) + endOf(block, to) - endOf(block, from) + edgeAbove(block, from)
}

/** A piece that goes on from another page has the padding above its first line again. */
function edgeAbove(block: MeasuredBlock, from: number): number {
  if (from === 0) return 0
  const [first = 0, second = first] = block.lineEnds
  return Math.max(0, first - (second - first))
}

function endOf(block: MeasuredBlock, line: number): number {
  return line === 0 ? 0 : (block.lineEnds[line - 1] ?? 0)
}

/** The line to cut before, so that what stands above fits and no line is left alone; 0 where there is no such place. */
function linesFitting(block: MeasuredBlock, from: number, left: number, table: string | null): number {
  const lines = block.lineEnds.length
  for (let to = lines - together; to >= from + together; to--) {
    if (heightOf(block, from, to, table) <= left) return to
  }
  return 0
}

function roomForNext(blocks: readonly MeasuredBlock[], index: number): number {
  const block = blocks[index]
  const next = blocks[index + 1]
  if (!block?.keepsWithNext || next === undefined) return 0
  const lines = next.lineEnds.length
  return heightOf(next, 0, lines >= 2 * together ? together : Math.max(lines, 1), block.table)
}

function isEmpty(pages: readonly Piece[][]): boolean {
  return pages.at(-1)?.length === 0
}
