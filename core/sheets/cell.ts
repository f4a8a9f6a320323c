/** A cell that is not plain text. `text` is what the person saw; `value` is exact. */
export type TypedCell =
  | { readonly kind: 'number'; readonly value: string; readonly text: string }
  /** `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` or `HH:MM:SS`: local, as a sheet knows no time zone. */
  | { readonly kind: 'date'; readonly value: string; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly text: string }
  /** `#N/A` and its like, or a formula that was saved without a result (`=…`). */
  | { readonly kind: 'error'; readonly text: string }

/** Text stands for itself; an empty cell is empty text. */
export type Cell = string | TypedCell

export interface Row {
  /** As the person counts: the row of the sheet, or the line of the text file where it begins. From 1. */
  readonly number: number
  readonly cells: readonly Cell[]
  readonly hidden?: boolean
  readonly problem?: RowProblem
}

/** A quote that never closes; its row is read as if the quote were an ordinary character. */
export type RowProblem = 'unclosedQuote'

export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  return typeof cell === 'string' ? cell : cell.text
}

export function isBlank(cell: Cell | undefined): boolean {
  return textOf(cell).trim() === ''
}
