import type { Row } from './cell.ts'
import { limits } from './limits.ts'
import { refuse } from './refusal.ts'

/** How many rows travel between threads at a time. */
export const PAGE_ROWS = 500

/**
 * Rows kept as packed pages outside the JavaScript heap: a tenth of the memory of live objects, nothing on disk,
 * and ready to be posted to another thread.
 */
export function createRowStore() {
  const pages: Uint8Array[] = []
  let open: Row[] = []
  let rows = 0
  let cells = 0
  let bytes = 0
  let width = 0

  function close(): void {
    if (open.length === 0) return
    const page = new TextEncoder().encode(JSON.stringify(open))
    bytes += page.length
    if (bytes > limits.unpackedBytes) refuse('tooLarge', 'parsed rows')
    pages.push(page)
    open = []
  }

  return {
    add(row: Row): void {
      cells += row.cells.length
      if (cells > limits.cells || rows >= limits.rows) refuse('tooManyCells')
      width = Math.max(width, row.cells.length)
      rows++
      open.push(row)
      if (open.length === PAGE_ROWS) close()
    },
    close,
    page: (index: number): Uint8Array | undefined => pages[index],
    *each(): Generator<Row> {
      for (const page of pages) yield* unpackPage(page)
    },
    get rows() {
      return rows
    },
    get width() {
      return width
    },
  }
}

export type RowStore = ReturnType<typeof createRowStore>

export function unpackPage(page: Uint8Array): Row[] {
  return JSON.parse(new TextDecoder().decode(page)) as Row[]
}
