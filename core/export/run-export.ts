import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { CustomerId, Language } from '#contract/common.ts'
import type { ExportPlan, ExportReport, ExportSheet } from '#contract/exports.ts'
import type { Field, Layout } from '#contract/fields.ts'
import { selectedCustomers } from '../customers/customer-selection.ts'
import { currentLayout } from '../fields/field-queries.ts'
import { contactColumns, followUpColumns, type RecordColumn, visitColumns } from '../import/record-columns.ts'
import type { Context } from '../lib/context.ts'
import { failForDisk } from '../lib/disk-failure.ts'
import type { OutputCell, OutputSheet } from '../sheets/sheet-output.ts'
import { writeCsv } from '../sheets/write-csv.ts'
import { CELL_CHARS, writeWorkbook } from '../sheets/write-workbook.ts'
import { customerColumn, customerRows } from './customer-rows.ts'
import { contactRows, followUpRows, type RecordRows, visitRows } from './record-rows.ts'

export type ExportEvent =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly report: ExportReport }

const PAGE = 500

/** Writes the chosen customers into a file of ours, a page at a time. When whoever listens goes away, the file goes too. */
export async function* runExport(
  context: Context,
  plan: ExportPlan,
  signal?: AbortSignal,
): AsyncGenerator<ExportEvent> {
  const stop = new AbortController()
  const stopped = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])])
  const layout = await currentLayout(context.db)
  const ids = await selectedCustomers(context, context.db, plan.selection)
  const progress = createProgress(ids.length * sheetNames(plan).length)
  const sheets = sheetsOf(context, plan, layout, ids, progress.step)
  const file = context.files.create(`${plan.name}.${plan.format}`)
  const writing = pipeline(bytesOf(plan, sheets.outputs), createWriteStream(file.path, { mode: 0o600 }), {
    signal: stopped,
  })
  const finished = writing.then(
    () => true,
    () => true,
  )
  let isDone = false
  try {
    while (!(await Promise.race([finished, progress.next()]))) yield { type: 'progress', ...progress.now() }
    await writing.catch(failForDisk)
    const report = { file: file.finish(), counts: sheets.counts(), cutTexts: sheets.cutTexts() }
    isDone = true
    yield { type: 'done', report }
  } finally {
    stop.abort()
    await finished
    if (!isDone) context.files.forget(file.token)
  }
}

function sheetNames({ format, sheets }: ExportPlan): ExportSheet[] {
  if (format === 'csv') return ['customers']
  const others = (['contacts', 'visits', 'followUps'] as const).filter((sheet) => sheets[sheet])
  return ['customers', ...others]
}

const titles: Readonly<Record<Language, Readonly<Record<ExportSheet, string>>>> = {
  'zh-CN': { customers: '客户', contacts: '联系人', visits: '拜访', followUps: '跟进' },
  en: { customers: 'Customers', contacts: 'Contacts', visits: 'Visits', followUps: 'Follow-ups' },
}

const records: Readonly<
  Record<Exclude<ExportSheet, 'customers'>, { columns: readonly RecordColumn[]; rows: RecordRows }>
> = {
  contacts: { columns: contactColumns, rows: contactRows },
  visits: { columns: visitColumns, rows: visitRows },
  followUps: { columns: followUpColumns, rows: followUpRows },
}

function sheetsOf(
  context: Context,
  plan: ExportPlan,
  layout: Layout,
  ids: readonly CustomerId[],
  step: (customers: number) => void,
) {
  const { language } = plan
  const fields = chosenFields(plan, layout)
  const counts = new Map<ExportSheet, number>()
  let cutTexts = 0

  async function* rowsOf(sheet: ExportSheet, page: (ids: readonly CustomerId[]) => Promise<OutputCell[][]>) {
    counts.set(sheet, 0)
    for (let at = 0; at < ids.length; at += PAGE) {
      const slice = ids.slice(at, at + PAGE)
      const rows = await page(slice)
      counts.set(sheet, (counts.get(sheet) ?? 0) + rows.length)
      if (plan.format === 'xlsx')
        cutTexts += rows.flat().filter((cell) => typeof cell === 'string' && cell.length > CELL_CHARS).length
      yield* rows
      step(slice.length)
      await setImmediate()
    }
  }

  const outputs = sheetNames(plan).map((sheet): OutputSheet => {
    const name = titles[language][sheet]
    if (sheet === 'customers') {
      const columns = fields.map((field) => customerColumn(field, language))
      return { name, columns, rows: rowsOf(sheet, (slice) => customerRows(context.db, slice, fields, language)) }
    }
    const { columns, rows } = records[sheet]
    const headers = columns.map(({ zh, en, width }) => ({ header: language === 'zh-CN' ? zh : en, width }))
    return { name, columns: headers, rows: rowsOf(sheet, (slice) => rows(context.db, slice, layout, language)) }
  })
  return {
    outputs,
    counts: () => [...counts].map(([sheet, rows]) => ({ sheet, rows })),
    cutTexts: () => cutTexts,
  }
}

/** The fields asked for, in that order; else every one, but for names of contacts when these have a sheet of their own. */
function chosenFields({ columns, format, sheets }: ExportPlan, { fields }: Layout): Field[] {
  const own = fields.filter(({ owner }) => owner === 'customer')
  if (columns) return columns.flatMap((key) => own.find((field) => field.key === key) ?? [])
  const hasContacts = format === 'xlsx' && sheets.contacts
  return own.filter(({ key }) => !hasContacts || (key !== 'primaryContact' && key !== 'decisionMakers'))
}

async function* bytesOf(plan: ExportPlan, outputs: readonly OutputSheet[]): AsyncGenerator<Uint8Array> {
  const [first] = outputs
  const booleans = plan.language === 'zh-CN' ? { yes: '是', no: '否' } : { yes: 'Yes', no: 'No' }
  if (plan.format === 'csv' && first) yield* writeCsv(first, { encoding: plan.encoding, booleans })
  else yield* writeWorkbook(outputs)
}

function createProgress(total: number) {
  let done = 0
  let wake = Promise.withResolvers<false>()
  return {
    step(customers: number): void {
      done += customers
      wake.resolve(false)
      wake = Promise.withResolvers()
    },
    next: () => wake.promise,
    now: () => ({ done, total }),
  }
}
