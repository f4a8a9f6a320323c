import type { ImportSource } from '#contract/imports.ts'
import type { FileToken } from '#contract/files.ts'
import type { FileRegistry } from '../lib/file-registry.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { findHeader, headerAt, type Header } from '../sheets/find-header.ts'
import type { ColumnProfile } from '../sheets/profile-columns.ts'
import { type OpenSheet, readSheet } from '../sheets/read-sheet.ts'
import { SheetRefusal } from '../sheets/refusal.ts'
import type { Row } from '../sheets/cell.ts'
import { knownHeader } from './known-headers.ts'

/** A file as the person wants it read. */
export interface OpenSource {
  readonly source: ImportSource
  readonly sheet: OpenSheet
  readonly header: Header
  readonly profiles: readonly ColumnProfile[]
}

interface Held {
  /** The ways of asking that mean this reading: as first asked, and as found out. */
  readonly readings: Set<string>
  readonly sheet: Promise<OpenSheet>
  readonly profiles: Map<string, Promise<readonly ColumnProfile[]>>
  readonly timer: NodeJS.Timeout
}

/** Files stay open while the wizard walks to and fro, and are let go when nobody has asked for this long. */
const IDLE_MS = 20 * 60_000

/** Files opened by each core. */
const open = new WeakMap<FileRegistry, Map<FileToken, Held>>()

/** Reads the file, or goes on with it when it was read in this way before. */
export async function openSource(context: Context, source: ImportSource, signal?: AbortSignal): Promise<OpenSource> {
  const path = context.files.pathOf(source.file)
  const held = hold(context, source, path, signal)
  try {
    const sheet = await held.sheet
    signal?.throwIfAborted()
    const { head, merges, format, encoding, delimiter, sheet: index } = sheet.summary
    const header =
      source.headerRow === null
        ? findHeader(head, merges, (text) => knownHeader(text) !== undefined)
        : headerAt(head, merges, source.headerRow === 0 ? null : source.headerRow)
    const range = `${header.dataFrom} ${source.includeHidden}`
    const profiles = held.profiles.get(range) ?? sheet.profile(header.dataFrom, source.includeHidden)
    held.profiles.set(range, profiles)
    const found: ImportSource = {
      ...source,
      encoding,
      delimiter: format === 'text' ? (delimiter as ImportSource['delimiter']) : null,
      sheet: format === 'workbook' ? index : null,
      headerRow: header.row ?? 0,
    }
    held.readings.add(readingOf(found))
    return { source: found, sheet, header, profiles: await profiles }
  } catch (error) {
    closeSource(context, source.file)
    if (error instanceof SheetRefusal) fail('UNREADABLE_FILE', { problem: error.problem })
    throw error
  }
}

export function closeSource(context: Context, file: FileToken): void {
  const held = open.get(context.files)?.get(file)
  if (!held) return
  clearTimeout(held.timer)
  open.get(context.files)?.delete(file)
  void held.sheet.then((sheet) => sheet[Symbol.asyncDispose]()).catch(() => undefined)
}

/** The rows of a source that can be imported, a page at a time: under the header, without totals. */
export async function* dataRows({ source, sheet, header }: OpenSource): AsyncGenerator<readonly Row[]> {
  const totals = new Set(sheet.summary.totalsRows)
  for await (const page of sheet.pages()) {
    const rows = page.filter(
      ({ number, hidden }) => number >= header.dataFrom && !totals.has(number) && (source.includeHidden || !hidden),
    )
    if (rows.length > 0) yield rows
  }
}

function hold(context: Context, source: ImportSource, path: string, signal: AbortSignal | undefined): Held {
  const files = open.get(context.files) ?? new Map<FileToken, Held>()
  open.set(context.files, files)
  const reading = readingOf(source)
  const held = files.get(source.file)
  if (held?.readings.has(reading)) {
    held.timer.refresh()
    return held
  }
  closeSource(context, source.file)
  const timer = setTimeout(() => closeSource(context, source.file), IDLE_MS).unref()
  const choice = {
    ...(source.sheet === null ? {} : { sheet: source.sheet }),
    ...(source.encoding === null ? {} : { encoding: source.encoding }),
    ...(source.delimiter === null ? {} : { delimiter: source.delimiter }),
  }
  const sheet = readSheet(path, { ...choice, signal })
  // Whoever waits for it hears of a failure; this keeps it from being reported as unheard.
  sheet.catch(() => undefined)
  const fresh: Held = { readings: new Set([reading]), sheet, profiles: new Map(), timer }
  files.set(source.file, fresh)
  return fresh
}

function readingOf({ sheet, encoding, delimiter }: ImportSource): string {
  return JSON.stringify([sheet, encoding, delimiter])
}
