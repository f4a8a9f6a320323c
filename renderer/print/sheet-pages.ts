import type { MeasuredText } from './measure.ts'
import type { Piece } from './paginate.ts'
import type { Block, TableName } from './sheet-blocks.ts'
import { sliceCell } from './sheet-cells.ts'

/** A block, or the part of it that stands on this page. */
export interface PlacedBlock {
  readonly key: string
  readonly block: Block
  /** False for a block that was begun on the page before. */
  readonly isBeginning: boolean
}

/** Neighbouring rows of one table, drawn as one table with its head; other blocks stand alone with a null table. */
export interface Group {
  readonly key: string
  readonly table: TableName | null
  readonly blocks: readonly PlacedBlock[]
}

export function groupsOf(placed: readonly PlacedBlock[]): Group[] {
  const groups: { key: string; table: TableName | null; blocks: PlacedBlock[] }[] = []
  for (const one of placed) {
    const table = tableOf(one.block)
    const last = groups.at(-1)
    if (last && table !== null && last.table === table) last.blocks.push(one)
    else groups.push({ key: one.key, table, blocks: [one] })
  }
  return groups
}

export function place(blocks: readonly Block[]): PlacedBlock[] {
  return blocks.map((block, index) => ({ key: String(index), block, isBeginning: true }))
}

/** The blocks of one page, long ones cut where the measuring found their lines to break. */
export function placePieces(
  pieces: readonly Piece[],
  blocks: readonly Block[],
  measured: readonly MeasuredText[],
): PlacedBlock[] {
  return pieces.flatMap(({ block: index, from, to }) => {
    const block = blocks[index]
    const starts = measured[index]?.lineStarts ?? []
    if (!block) return []
    const isWhole = starts.length === 0 || (from === 0 && to === starts.length - 1)
    const placed = isWhole ? block : cut(block, starts[from] ?? [], starts[to] ?? [])
    return [{ key: `${index}.${from}`, block: placed, isBeginning: from === 0 }]
  })
}

function cut(block: Block, from: MeasuredText['lineStarts'][number], to: MeasuredText['lineStarts'][number]): Block {
  const cells = block.cells.map((cell, index) => {
    const begin = from[index]
    const end = to[index]
    return begin && end ? sliceCell(cell, begin, end) : cell
  })
  if (block.type === 'item') return { ...block, cells: [cells[0] ?? []] }
  return block.type === 'row' ? { ...block, cells } : block
}

function tableOf(block: Block): TableName | null {
  if (block.type === 'item') return 'items'
  return block.type === 'row' ? block.table : null
}
