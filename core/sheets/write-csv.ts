import { createEncoder, type OutputEncoding } from './encode-text.ts'
import { guardFormula } from './formula-text.ts'
import type { OutputCell, OutputSheet } from './sheet-output.ts'

export interface CsvOptions {
  readonly encoding: OutputEncoding
  readonly booleans: { readonly yes: string; readonly no: string }
}

const CHUNK_CHARS = 256 * 1024

/** One sheet as CSV bytes: CRLF, quotes where needed, nothing that a spreadsheet would run. */
export async function* writeCsv(sheet: Omit<OutputSheet, 'name'>, options: CsvOptions): AsyncGenerator<Uint8Array> {
  const encode = createEncoder(options.encoding)
  let chunk = lineOf(
    sheet.columns.map(({ header }) => header),
    options,
  )
  for await (const row of sheet.rows) {
    chunk += lineOf(row, options)
    if (chunk.length < CHUNK_CHARS) continue
    yield encode(chunk)
    chunk = ''
  }
  if (chunk !== '') yield encode(chunk)
}

function lineOf(row: readonly OutputCell[], options: CsvOptions): string {
  let line = ''
  for (let at = 0; at < row.length; at++) line += (at === 0 ? '' : ',') + fieldOf(row[at] ?? null, options)
  return `${line}\r\n`
}

function fieldOf(cell: OutputCell, { booleans }: CsvOptions): string {
  if (cell === null) return ''
  if (typeof cell === 'string') {
    const text = guardFormula(cell)
    // Spaces at the ends are lost by some readers unless quoted.
    return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  if (cell.kind === 'boolean') return cell.value ? booleans.yes : booleans.no
  if (cell.kind === 'minute') return cell.value.replace('T', ' ')
  return String(cell.value)
}
