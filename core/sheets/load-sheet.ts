import { open } from 'node:fs/promises'
import { isBlank, type Row } from './cell.ts'
import { decodeText, type Encoding } from './decode-text.ts'
import { detectDelimiter } from './detect-delimiter.ts'
import { HEADER_SAMPLE, isTotalsRow } from './find-header.ts'
import { limits } from './limits.ts'
import { openPackage } from './open-package.ts'
import { parseCsv } from './parse-csv.ts'
import { readWorkbook, type SheetPart } from './read-workbook.ts'
import { type Merge, readWorksheet } from './read-worksheet.ts'
import { refuse } from './refusal.ts'
import { createRowStore, type RowStore } from './row-store.ts'
import { SNIFF_BYTES, sniffFile, sniffOle } from './sniff-file.ts'

export interface SheetChoice {
  /** 0-based among all sheets; by default the first visible one that holds anything. */
  readonly sheet?: number
  readonly encoding?: Encoding
  readonly delimiter?: string
}

export interface SheetSummary {
  readonly format: 'workbook' | 'text'
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[]
  readonly sheet: number
  readonly encoding: Encoding | null
  /** False when another encoding would have read the file nearly as well. */
  readonly isEncodingSure: boolean
  readonly delimiter: string | null
  /** Rows that hold anything, header and titles included. */
  readonly rows: number
  readonly width: number
  readonly hiddenRows: number
  readonly hiddenColumns: readonly number[]
  readonly merges: readonly Merge[]
  /** The first rows, for finding the header. */
  readonly head: readonly Row[]
  /** Numbers of rows that only sum up others. */
  readonly totalsRows: readonly number[]
  /** Numbers of rows with a quote that never closes. */
  readonly brokenRows: readonly number[]
}

/** Reads a whole file within the limits, or refuses it by name. Runs in the worker; `onRows` hears of progress. */
export async function loadSheet(
  path: string,
  choice: SheetChoice,
  onRows: (rows: number) => void,
): Promise<{ summary: SheetSummary; store: RowStore }> {
  const { kind, bytes } = await sniff(path)
  if (kind === 'zip') return loadWorkbook(path, choice, onRows)
  if (kind === 'text') return loadText(await bytes(), choice, onRows)
  return refuse(kind === 'notASpreadsheet' && (await isOle(bytes)) ? sniffOle(await bytes()) : kind)
}

async function sniff(path: string) {
  await using file = await open(path, 'r')
  const { size } = await file.stat()
  const head = new Uint8Array(Math.min(size, SNIFF_BYTES))
  await file.read(head, 0, head.length, 0)
  const kind = sniffFile(head)
  if (size > limits.fileBytes && (kind === 'zip' || kind === 'text')) refuse('tooLarge', `${size} bytes`)
  let whole: Uint8Array | undefined
  return { kind, bytes: async () => (whole ??= size > limits.fileBytes ? head : await readAll(path, size)) }
}

async function readAll(path: string, size: number): Promise<Uint8Array> {
  await using file = await open(path, 'r')
  const bytes = new Uint8Array(size)
  let at = 0
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, size - at, at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return bytes.subarray(0, at)
}

/** The directory of an OLE file may lie anywhere, so that one is judged by all its bytes. */
async function isOle(bytes: () => Promise<Uint8Array>): Promise<boolean> {
  const [first, second] = await bytes()
  return first === 0xd0 && second === 0xcf
}

async function loadWorkbook(path: string, choice: SheetChoice, onRows: (rows: number) => void) {
  const source = await openPackage(path)
  try {
    const workbook = await readWorkbook(source)
    for (const index of sheetsToTry(workbook.sheets, choice.sheet)) {
      const part = workbook.sheets[index]?.part
      if (part === undefined) return refuse('empty', 'no such sheet')
      const gather = gatherRows(onRows)
      const shape = await readWorksheet(source, workbook, part, gather.add)
      if (gather.store.rows === 0) continue
      const sheets = workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden }))
      const found = { format: 'workbook' as const, sheets, sheet: index, encoding: null, delimiter: null, ...shape }
      return { summary: { ...found, isEncodingSure: true, ...gather.finish() }, store: gather.store }
    }
    return refuse('empty')
  } finally {
    source.close()
  }
}

function sheetsToTry(sheets: readonly SheetPart[], chosen: number | undefined): number[] {
  if (chosen !== undefined) return [chosen]
  const indexes = sheets.map((_, index) => index)
  return [...indexes.filter((index) => !sheets[index]?.isHidden), ...indexes.filter((index) => sheets[index]?.isHidden)]
}

function loadText(bytes: Uint8Array, choice: SheetChoice, onRows: (rows: number) => void) {
  const { text, encoding, sure } = decodeText(bytes, choice.encoding)
  const delimiter = choice.delimiter ?? detectDelimiter(text)
  const gather = gatherRows(onRows)
  for (const row of parseCsv(text, delimiter)) gather.add(row)
  if (gather.store.rows === 0) refuse('empty')
  const found = { format: 'text' as const, sheets: [], sheet: 0, encoding, isEncodingSure: sure, delimiter }
  return { summary: { ...found, hiddenColumns: [], merges: [], ...gather.finish() }, store: gather.store }
}

const PROGRESS_ROWS = 2000
const LISTED_ROWS = 1000

/** Keeps rows that hold anything, and what is worth knowing about them. */
function gatherRows(onRows: (rows: number) => void) {
  const store = createRowStore()
  const head: Row[] = []
  const totalsRows: number[] = []
  const brokenRows: number[] = []
  let hiddenRows = 0

  function add(row: Row): void {
    if (row.cells.every(isBlank)) return
    store.add(row)
    if (head.length < HEADER_SAMPLE) head.push(row)
    if (row.hidden) hiddenRows++
    if (row.problem && brokenRows.length < LISTED_ROWS) brokenRows.push(row.number)
    if (totalsRows.length < LISTED_ROWS && isTotalsRow(row)) totalsRows.push(row.number)
    if (store.rows % PROGRESS_ROWS === 0) onRows(store.rows)
  }

  function finish() {
    store.close()
    return { rows: store.rows, width: store.width, hiddenRows, head, totalsRows, brokenRows }
  }

  return { store, add, finish }
}
