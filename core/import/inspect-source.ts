import type { Layout } from '#contract/fields.ts'
import type { ColumnPlan, ImportColumn, ImportSource, Inspection } from '#contract/imports.ts'
import { currentLayout } from '../fields/field-queries.ts'
import type { Context } from '../lib/context.ts'
import { textOf } from '../sheets/cell.ts'
import { columnRemarks } from './column-remarks.ts'
import { possibleMatchKeys, proposeColumns, usualMatchKey } from './match-columns.ts'
import { dataRows, openSource, type OpenSource } from './open-sources.ts'
import { hashOfFile, importedBefore, rememberedColumns } from './remembered.ts'
import { targetField } from './target-fields.ts'

/** Reads the file and says what is in it and where its columns would go. */
export async function inspectSource(context: Context, source: ImportSource, signal?: AbortSignal): Promise<Inspection> {
  const opened = await openSource(context, source, signal)
  const { sheet, header, profiles } = opened
  const { summary } = sheet
  const layout = await currentLayout(context.db)
  const remembered = await rememberedColumns(context.db, header.names)
  const proposals = proposeColumns(header.names, profiles, layout)
  const plans = header.names.map((_, index): ColumnPlan => {
    const kept = remembered?.find(({ column }) => column === index)
    if (kept && isPossible(kept, layout)) return kept
    const to = proposals[index]?.to ?? { kind: 'skip' }
    return { column: index, to, existing: 'fillEmpty', dayOrder: dayOrderOf(opened, index) }
  })
  const columns = plans.map((plan, index) => {
    const how = remembered?.some(({ column }) => column === index) ? 'remembered' : (proposals[index]?.how ?? 'none')
    return describeColumn(opened, layout, plan, how)
  })
  const matchKeys = possibleMatchKeys(plans)
  const range = await rangeOfRows(opened)
  return {
    format: summary.format,
    source: opened.source,
    sheets: [...summary.sheets],
    isEncodingSure: summary.isEncodingSure,
    ...range,
    hiddenRows: summary.head.length === 0 ? 0 : summary.hiddenRows,
    totalsRows: summary.totalsRows.filter((row) => row >= header.dataFrom),
    columns: withSharedTargets(columns, header.names),
    matchKeys,
    matchKey: usualMatchKey(matchKeys),
    isRemembered: remembered !== null,
    importedBefore: await importedBefore(context.db, await hashOfFile(context.files.pathOf(source.file))),
  }
}

/** One column, seen as going where the person has put it. */
export async function inspectColumn(context: Context, source: ImportSource, plan: ColumnPlan): Promise<ImportColumn> {
  const opened = await openSource(context, source)
  const layout = await currentLayout(context.db)
  return describeColumn(opened, layout, { ...plan, dayOrder: plan.dayOrder ?? dayOrderOf(opened, plan.column) }, 'none')
}

export interface SourceRow {
  readonly row: number
  readonly isHidden: boolean
  readonly cells: { readonly text: string; readonly mark: 'rounded' | 'error' | null }[]
}

/** The file's own rows: a page of them, or those named. */
export async function sourceRows(
  context: Context,
  source: ImportSource,
  { offset, limit, only }: { offset: number; limit: number; only: readonly number[] | null },
): Promise<SourceRow[]> {
  const opened = await openSource(context, source)
  const wanted = only && new Set(only)
  const rows: SourceRow[] = []
  let at = 0
  for await (const page of dataRows(opened)) {
    for (const { number, hidden, cells } of page) {
      if (wanted ? !wanted.has(number) : at++ < offset) continue
      rows.push({
        row: number,
        isHidden: hidden === true,
        cells: cells.map((cell) => ({ text: textOf(cell).slice(0, 500), mark: markOf(cell) })),
      })
      if (rows.length === (wanted?.size ?? limit)) return rows
    }
  }
  return rows
}

function markOf(cell: OpenSource['sheet']['summary']['head'][number]['cells'][number]): 'rounded' | 'error' | null {
  if (typeof cell !== 'string') return cell.kind === 'error' ? 'error' : null
  return /^\d(?:\.\d+)?E\+?\d{2}$/i.test(cell.trim()) ? 'rounded' : null
}

function describeColumn(opened: OpenSource, layout: Layout, plan: ColumnPlan, how: ImportColumn['how']): ImportColumn {
  const profile = opened.profiles[plan.column]
  const field = plan.to.kind === 'field' ? targetField(layout, plan.to) : undefined
  const isHidden = opened.sheet.summary.hiddenColumns.includes(plan.column)
  const remarks = profile && profile.filled > 0 ? columnRemarks(profile, plan, field, isHidden) : []
  return {
    index: plan.column,
    header: opened.header.names[plan.column] ?? '',
    firstValue: profile?.samples[0]?.slice(0, 200) ?? '',
    filled: profile?.filled ?? 0,
    plan,
    status: statusOf(plan, remarks),
    how,
    remarks,
  }
}

function statusOf({ to }: ColumnPlan, remarks: readonly { remark: string }[]): ImportColumn['status'] {
  if (to.kind === 'skip') return 'skipped'
  const isHarmless = (remark: string) =>
    remark === 'lunarDates' || remark === 'choicesRead' || remark === 'hiddenColumn'
  if (remarks.some(({ remark }) => !isHarmless(remark))) return 'attention'
  return to.kind === 'newField' ? 'new' : 'matched'
}

/** Two columns of one name, or two that went to one field before a person looked, are worth a look. */
function withSharedTargets(columns: readonly ImportColumn[], headers: readonly string[]): ImportColumn[] {
  return columns.map((column) => {
    const namesakes = headers.filter((header) => header !== '' && header === column.header).length
    if (namesakes < 2 || column.filled === 0) return column
    const remark = { remark: 'sameHeader' as const, count: namesakes, example: column.header, readAs: '', rows: [] }
    return { ...column, remarks: [...column.remarks, remark] }
  })
}

function dayOrderOf({ profiles }: OpenSource, column: number): ColumnPlan['dayOrder'] {
  const profile = profiles[column]
  if (profile?.dayOrder === 'monthFirst' || profile?.dayOrder === 'dayFirst') return profile.dayOrder
  return profile && profile.eitherOrder > 0 ? 'monthFirst' : null
}

function isPossible(plan: ColumnPlan, layout: Layout): boolean {
  return plan.to.kind !== 'field' || targetField(layout, plan.to) !== undefined
}

async function rangeOfRows(opened: OpenSource): Promise<{ rowCount: number; firstRow: number; lastRow: number }> {
  let [rowCount, firstRow, lastRow] = [0, 0, 0]
  for await (const rows of dataRows(opened)) {
    firstRow ||= rows[0]?.number ?? 0
    lastRow = rows.at(-1)?.number ?? lastRow
    rowCount += rows.length
  }
  return { rowCount, firstRow, lastRow }
}
