import { type FileHandle as OpenFile, open } from 'node:fs/promises'
import type { CustomerId, Language } from '#contract/common.ts'
import type { ExportPlan, ExportReport, ExportSheet } from '#contract/exports.ts'
import type { Field } from '#contract/fields.ts'
import { selectedCustomers } from '../customers/customer-selection.ts'
import type { Db } from '../db/open.ts'
import { currentLayout } from '../fields/field-queries.ts'
import type { Context } from '../lib/context.ts'
import { failForDisk } from '../lib/disk-failure.ts'
import type { OutputCell, OutputSheet } from '../sheets/sheet-output.ts'
import { writeCsv } from '../sheets/write-csv.ts'
import { writeWorkbook } from '../sheets/write-workbook.ts'
import { addressColumnsFor } from './address-columns.ts'
import { customerSheet, numbersOf, type PagedSheet } from './customer-sheet.ts'
import { phoneColumnsFor } from './phone-columns.ts'
import { contactSheet, followUpSheet, visitSheet } from './record-sheets.ts'

export type ExportEvent =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly report: ExportReport }

const pageSize = 500
const longestCell = 32_767

/** Writes the file page by page; leaving the loop before `done` throws what was written away. */
export async function* exportCustomers(context: Context, plan: ExportPlan): AsyncGenerator<ExportEvent> {
  const { db } = context
  const ids = await selectedCustomers(context, db, plan.selection)
  const sheets = await sheetsOf(db, plan, ids)
  const tally = { done: 0, cutTexts: 0, rows: new Map<ExportSheet, number>() }
  const total = ids.length * sheets.length
  const outputs = sheets.map(([key, sheet]): OutputSheet => ({
    name: sheetNames[plan.language][key],
    columns: sheet.columns,
    rows: rowsOf(key, sheet, ids, tally),
  }))

  const file = context.files.create(`${plan.name}.${plan.format}`)
  let finished = false
  try {
    const output = await open(file.path, 'w')
    try {
      for await (const bytes of bytesOf(outputs, plan)) {
        await writeAll(output, bytes)
        yield { type: 'progress', done: tally.done, total }
      }
    } finally {
      await output.close()
    }
    finished = true
    const counts = sheets.map(([sheet]) => ({ sheet, rows: tally.rows.get(sheet) ?? 0 }))
    const cutTexts = plan.format === 'xlsx' ? tally.cutTexts : 0
    yield { type: 'done', report: { file: file.finish(), counts, cutTexts } }
  } catch (error) {
    failForDisk(error)
  } finally {
    if (!finished) context.files.forget(file.token)
  }
}

const sheetNames: Record<Language, Record<ExportSheet, string>> = {
  'zh-CN': { customers: '客户', contacts: '联系人', visits: '拜访', followUps: '跟进' },
  en: { customers: 'Customers', contacts: 'Contacts', visits: 'Visits', followUps: 'Follow-ups' },
}

async function sheetsOf(db: Db, plan: ExportPlan, ids: readonly CustomerId[]): Promise<[ExportSheet, PagedSheet][]> {
  const { language } = plan
  const fields = await exportedFields(db, plan)
  const several = {
    phones: await phoneColumnsFor(db, 'customer', ids),
    addresses: await addressColumnsFor(db, ids),
  }
  const sheets: [ExportSheet, PagedSheet][] = [
    ['customers', customerSheet(db, fields, several, (wanted) => numbersOf(db, wanted), language)],
  ]
  if (plan.format === 'csv') return sheets
  if (plan.sheets.contacts) {
    sheets.push(['contacts', await contactSheet(db, await phoneColumnsFor(db, 'contact', ids), plan)])
  }
  if (plan.sheets.visits) sheets.push(['visits', await visitSheet(db, plan)])
  if (plan.sheets.followUps) sheets.push(['followUps', await followUpSheet(db, plan)])
  return sheets
}

/**
 * The columns asked for, those that are sensitive only when they were ticked for this file; of all of them, the names of
 * contacts are left to their own sheet when there is one.
 */
async function exportedFields(db: Db, { columns, format, sheets, withSensitive }: ExportPlan): Promise<Field[]> {
  const { fields } = await currentLayout(db)
  const own = fields.filter(({ owner, sensitive }) => owner === 'customer' && (withSensitive || !sensitive))
  if (columns) return columns.flatMap((key) => own.find((field) => field.key === key) ?? [])
  const elsewhere = format === 'xlsx' && sheets.contacts ? ['primaryContact', 'decisionMakers'] : []
  return own.filter(({ key, hidden }) => !hidden && !elsewhere.includes(key))
}

interface Tally {
  done: number
  cutTexts: number
  readonly rows: Map<ExportSheet, number>
}

async function* rowsOf(
  key: ExportSheet,
  sheet: PagedSheet,
  ids: readonly CustomerId[],
  tally: Tally,
): AsyncGenerator<readonly OutputCell[]> {
  for (let at = 0; at < ids.length; at += pageSize) {
    const page = ids.slice(at, at + pageSize)
    const rows = await sheet.rowsOf(page)
    for (const row of rows) {
      tally.cutTexts += row.filter((cell) => typeof cell === 'string' && cell.length > longestCell).length
      yield row
    }
    tally.done += page.length
    tally.rows.set(key, (tally.rows.get(key) ?? 0) + rows.length)
  }
}

function bytesOf(
  sheets: readonly OutputSheet[],
  { format, encoding, language }: ExportPlan,
): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx') return writeWorkbook(sheets)
  const [customers = { name: '', columns: [], rows: [] }] = sheets
  const booleans = language === 'en' ? { yes: 'Yes', no: 'No' } : { yes: '是', no: '否' }
  return writeCsv(customers, { encoding, booleans })
}

async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  let written = 0
  while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten
}
