import type { MeasuredBlock } from './paginate.ts'
import type { Block } from './sheet-blocks.ts'
import { type Cell, endOfCell, type Position } from './sheet-cells.ts'

export interface MeasuredText extends MeasuredBlock {
  /** For each line, where in each cell it begins; one more at the end, for where the text ends. */
  readonly lineStarts: readonly (readonly Position[])[]
}

/** Reads how tall each block came out and where its lines break. `elements` are the drawn blocks, in their order. */
export function measureBlocks(blocks: readonly Block[], elements: readonly HTMLElement[]): MeasuredText[] {
  return blocks.map((block, index) => {
    const element = elements[index]
    if (!element) throw new Error(`Block ${index} was not drawn.`)
    const box = element.getBoundingClientRect()
    const cells = [...element.querySelectorAll<HTMLElement>('[data-cell]')]
    const breaks = lineBreaks(cells)
    return {
      table: block.type === 'row' ? block.table : block.type === 'item' ? 'items' : null,
      head: element.closest('table')?.tHead?.getBoundingClientRect().height ?? 0,
      height: box.height,
      keepsWithNext: block.type === 'title',
      lineEnds: breaks.length < 2 ? [] : breaks.map((y) => y - box.top),
      lineStarts: breaks.length < 2 ? [] : lineStarts(block.cells, cells, breaks),
    }
  })
}

function lineStarts(cells: readonly Cell[], elements: readonly HTMLElement[], breaks: readonly number[]): Position[][] {
  const first = cells.map(() => ({ run: 0, offset: 0 }))
  const last = cells.map(endOfCell)
  const between = breaks
    .slice(0, -1)
    .map((y) => elements.map((element, index) => firstBelow(element, cells[index] ?? [], y)))
  return [first, ...between, last]
}

/** The y below each line of text, all cells taken together: they share one line height. */
function lineBreaks(cells: readonly HTMLElement[]): number[] {
  const centres = cells.flatMap((cell) => runElements(cell).flatMap(centresOf)).toSorted((a, b) => a - b)
  const first = cells[0]
  if (!first) return []
  const lineHeight = Number.parseFloat(getComputedStyle(first).lineHeight)
  const lines = centres.filter((y, index) => index === 0 || y - (centres[index - 1] ?? 0) > lineHeight / 2)
  return lines.map((y, index) => {
    const next = lines[index + 1]
    return next === undefined ? y + lineHeight / 2 : (y + next) / 2
  })
}

function centresOf(run: HTMLElement): number[] {
  const text = textNodeOf(run)
  if (!text || text.length === 0) return [centre(run.getBoundingClientRect())]
  return [...rangeOf(text, 0, text.length).getClientRects()].filter((rect) => rect.width > 0).map(centre)
}

/** The first place in a cell whose line lies below y. */
function firstBelow(cell: HTMLElement, runs: Cell, y: number): Position {
  const elements = runElements(cell)
  for (const [run, element] of elements.entries()) {
    const text = textNodeOf(element)
    const lowest = Math.max(...centresOf(element))
    if (lowest > y) return { run, offset: text ? firstOffsetBelow(text, y) : 0 }
  }
  return endOfCell(runs)
}

function firstOffsetBelow(text: Text, y: number): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBelow(text, middle, y)) high = middle
    else low = middle + 1
  }
  return isLowSurrogate(text.data, low) ? low - 1 : low
}

/** Spaces at the end of a line and the inner parts of an emoji have no box of their own: what stands before decides. */
function isBelow(text: Text, offset: number, y: number): boolean {
  for (let index = offset; index >= 0; index--) {
    const [box] = rangeOf(text, index, index + 1).getClientRects()
    if (box && box.width > 0) return centre(box) > y
  }
  return false
}

function isLowSurrogate(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  return code >= 0xdc00 && code <= 0xdfff
}

function runElements(cell: HTMLElement): HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>('[data-run]')]
}

function textNodeOf(run: HTMLElement): Text | null {
  const last = run.lastChild
  return last instanceof Text ? last : null
}

function rangeOf(text: Text, from: number, to: number): Range {
  const range = document.createRange()
  range.setStart(text, from)
  range.setEnd(text, to)
  return range
}

function centre({ top, bottom }: DOMRect): number {
  return (top + bottom) / 2
}
