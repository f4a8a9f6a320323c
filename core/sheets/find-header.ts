import { isBlank, textOf, type Cell, type Row } from './cell.ts'
import { readDateText } from './date-text.ts'
import { readNumberText } from './number-text.ts'
import type { Merge } from './read-worksheet.ts'

export interface Header {
  /** Number of the row that holds the names; null when the table starts with data. */
  readonly row: number | null
  /** Number of the first row after the header. */
  readonly dataFrom: number
  /** One per column, empty where the header says nothing. */
  readonly names: readonly string[]
}

/** Enough rows to see past any letterhead. */
export const HEADER_SAMPLE = 60

/**
 * Finds the names of the columns under title rows, beside empty columns, in one row or two.
 *
 * `rows` are the first rows that hold anything; `isKnown` says whether a text is a usual name of a customer's column.
 */
export function findHeader(rows: readonly Row[], merges: readonly Merge[], isKnown: (text: string) => boolean): Header {
  const sample = rows.slice(0, HEADER_SAMPLE)
  const width = usualWidth(sample)
  let best: { row: Row; score: number } | undefined
  for (const [index, row] of sample.slice(0, 30).entries()) {
    const score =
      headerScore(row, sample.slice(index + 1), width, isKnown) - index * 0.05 - likeness(row, sample[index - 1])
    if (score > (best?.score ?? 1)) best = { row, score }
  }
  return best ? headerAt(rows, merges, best.row.number) : withoutHeader(rows)
}

/** The header when a person has said where it is; null for a table without one. */
export function headerAt(rows: readonly Row[], merges: readonly Merge[], number: number | null): Header {
  const at = rows.findIndex((row) => row.number === number)
  const row = rows[at]
  if (!row || number === null) return withoutHeader(rows)
  const names = row.cells.map((cell) => nameOf(cell))
  const isGroup = (merge: Merge) => merge.top <= number && merge.bottom === number && merge.right > merge.left
  const groups = merges.filter((merge) => isGroup(merge) && names[merge.left])
  const under = rows[at + 1]
  const isTwoLined = groups.length > 0 && under !== undefined && groups.every((merge) => isLabelled(under, merge))
  if (!isTwoLined) {
    const bottom = Math.max(
      number,
      ...merges
        .filter(({ top, bottom }) => top <= number && bottom > number && bottom - number < 3)
        .map(({ bottom }) => bottom),
    )
    return { row: number, dataFrom: bottom + 1, names: padded(names, widest(rows)) }
  }
  const joined = padded(names, Math.max(widest(rows), under.cells.length)).map((name, column) => {
    const group = groups.find((merge) => merge.left <= column && column <= merge.right)
    return [group ? (names[group.left] ?? '') : name, nameOf(under.cells[column])].filter(Boolean).join(' ')
  })
  return { row: number, dataFrom: under.number + 1, names: joined }
}

function withoutHeader(rows: readonly Row[]): Header {
  return { row: null, dataFrom: rows[0]?.number ?? 1, names: padded([], widest(rows)) }
}

function nameOf(cell: Cell | undefined): string {
  return textOf(cell).replace(/\s+/g, ' ').trim()
}

function isLabelled(row: Row, merge: Merge): boolean {
  for (let column = merge.left; column <= merge.right; column++) if (!isLabel(row.cells[column] ?? '')) return false
  return true
}

function padded(names: readonly string[], length: number): string[] {
  return Array.from({ length }, (_, column) => names[column] ?? '')
}

function widest(rows: readonly Row[]): number {
  return Math.max(0, ...rows.slice(0, HEADER_SAMPLE).map((row) => row.cells.length))
}

/** How many cells a row of this table usually fills. */
function usualWidth(rows: readonly Row[]): number {
  const widths = rows.map(filled).toSorted((a, b) => b - a)
  return widths[Math.floor(widths.length / 4)] ?? 1
}

function filled(row: Row): number {
  return row.cells.filter((cell) => !isBlank(cell)).length
}

/** Above 1 when the row reads like names of columns: short words, all different, other than what stands below. */
function headerScore(row: Row, below: readonly Row[], width: number, isKnown: (text: string) => boolean): number {
  const cells = row.cells.filter((cell) => !isBlank(cell))
  if (cells.length === 0 || cells.length < width * 0.5) return 0
  const texts = cells.map((cell) => textOf(cell).trim().toLowerCase())
  const labels = cells.filter(isLabel).length / cells.length
  const known = texts.filter(isKnown).length / cells.length
  const different = new Set(texts).size / texts.length
  if (labels < 0.6 && known < 0.3) return 0
  return labels + 2 * known + 0.5 * different + contrast(row, below)
}

/** A row that is filled like the one above it goes on with a table rather than beginning one. */
function likeness(row: Row, above: Row | undefined): number {
  if (!above || filled(above) < 2) return 0
  const shape = ({ cells }: Row) => cells.map((cell) => (isBlank(cell) ? ' ' : isLabel(cell) ? 'a' : '1')).join('')
  return shape(row).trimEnd() === shape(above).trimEnd() ? 1 : 0
}

/** The share of columns where a name stands over values that could not be names. */
function contrast(row: Row, below: readonly Row[]): number {
  let columns = 0
  let differing = 0
  for (const [column, cell] of row.cells.entries()) {
    if (isBlank(cell)) continue
    const values = below
      .slice(0, 20)
      .map((other) => other.cells[column])
      .filter((value) => !isBlank(value))
    if (values.length === 0) continue
    columns++
    const plain = values.filter((value) => value !== undefined && isLabel(value)).length
    if (isLabel(cell) && plain / values.length < 0.5) differing++
    if (!isLabel(cell) && plain / values.length < 0.5) differing--
  }
  return columns === 0 ? 0 : differing / columns
}

/** A short text that is no number, date, address of the net or telephone. */
function isLabel(cell: Cell): boolean {
  if (typeof cell !== 'string') return false
  const text = cell.trim()
  if (text === '' || text.length > 60) return false
  if (/@|^https?:|^[\d\s()+./:-]+$|^[\da-f]{8}-|^(?:null|true|false)$/i.test(text)) return false
  return readNumberText(text) === undefined && readDateText(text) === undefined
}

/** 合计, 总计, Total …: a row that sums up the others and is nobody's card. */
export function isTotalsRow(row: Row): boolean {
  const cells = row.cells.filter((cell) => !isBlank(cell))
  const first = textOf(cells[0]).trim()
  if (
    !/^(?:本页)?(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|总\s*数|合\s*計|總\s*計|(?:grand |sub)?totals?|sum)\s*(?:[:\uFF1A]|[(\uFF08].*[)\uFF09])?$/i.test(
      first,
    )
  )
    return false
  return cells
    .slice(1)
    .every((cell) => typeof cell !== 'string' || readNumberText(cell) !== undefined || /^[-—/]+$/.test(cell.trim()))
}
