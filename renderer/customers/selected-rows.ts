import type { CustomerRow } from '#contract/customers.ts'
import { isSelected, type Selection } from './selection.ts'

/** Rows the grid asks for at a time. */
export const blockSize = 100

const pageSize = 500

type RowsAt = (offset: number, limit: number) => Promise<readonly CustomerRow[]>

/**
 * The ticked rows in the order of the list. Rows ticked by hand are looked for where they were ticked, and through the
 * whole list only when it has changed since.
 */
export async function selectedRows(selection: Selection, total: number, rowsAt: RowsAt): Promise<CustomerRow[]> {
  if (selection.mode === 'some') {
    const blocks = [...new Set([...selection.places.values()].map((index) => Math.floor(index / blockSize)))]
    const found = await rowsOfBlocks(
      selection,
      blocks.toSorted((a, b) => a - b),
      rowsAt,
    )
    if (found.length === selection.places.size) return found
  }

  const rows: CustomerRow[] = []
  for (let offset = 0; offset < total; offset += pageSize) {
    const page = await rowsAt(offset, pageSize)
    rows.push(...page.filter(({ id }) => isSelected(selection, id)))
    if (selection.mode === 'some' && rows.length === selection.places.size) break
  }
  return rows
}

async function rowsOfBlocks(selection: Selection, blocks: readonly number[], rowsAt: RowsAt): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = []
  for (const block of blocks) {
    const page = await rowsAt(block * blockSize, blockSize)
    rows.push(...page.filter(({ id }) => isSelected(selection, id)))
  }
  return rows
}

export interface Sum {
  readonly column: string
  readonly total: number
}

/** The sums of figure columns over rows; a column in which no row holds a figure has none. */
export function sumsOf(rows: readonly CustomerRow[], columns: readonly string[]): Sum[] {
  return columns.flatMap((column) => {
    const figures = rows.map(({ values }) => values[column]).filter((value) => typeof value === 'number')
    return figures.length === 0 ? [] : [{ column, total: figures.reduce((sum, figure) => sum + figure, 0) }]
  })
}
