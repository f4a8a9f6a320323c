/** A value on its way into a sheet. Text is always text, whatever it looks like. */
export type OutputCell =
  | string
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'money'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly value: string }
  /** `YYYY-MM-DDTHH:MM`. */
  | { readonly kind: 'minute'; readonly value: string }
  | null

export interface OutputColumn {
  readonly header: string
  /** In characters; a Chinese character counts two. */
  readonly width: number
  /** How cells are read that somebody fills in later: as text, whatever it looks like, or as a day. */
  readonly format?: 'text' | 'day'
  /** Cells that hold what one may choose from, such as `'Choices'!$A$2:$A$9`; anything else is taken after a warning. */
  readonly choices?: string
}

export interface OutputSheet {
  readonly name: string
  readonly columns: readonly OutputColumn[]
  readonly rows: AsyncIterable<readonly OutputCell[]> | Iterable<readonly OutputCell[]>
}
