const MB = 1024 * 1024

/** What one file may cost. A file past any of these is refused by name, before memory or patience runs out. */
export const limits = {
  fileBytes: 100 * MB,
  /** All parts of a workbook together, inflated. */
  unpackedBytes: 600 * MB,
  /** Real workbooks pack 5 to 60 to 1; a bomb packs several hundred. Not asked below `ratioFrom`. */
  ratio: 200,
  ratioFrom: 32 * MB,
  entries: 5000,
  /** One text run, tag or line of any kind that a person could have made. */
  tokenChars: 8 * MB,
  rows: 1_048_576,
  columns: 16_384,
  /** Positions up to the last filled cell of every row, empty ones included. */
  cells: 40_000_000,
  heapMB: 1024,
  milliseconds: 180_000,
} as const
