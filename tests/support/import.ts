import type { FileToken } from '#contract/files.ts'
import type { ColumnPlan, ImportCheck, ImportPlan, ImportReport, ImportSource, Inspection } from '#contract/imports.ts'
import { checkImport } from '#core/import/check-import.ts'
import { inspectSource } from '#core/import/inspect-source.ts'
import { closeSource } from '#core/import/open-sources.ts'
import { runImport } from '#core/import/run-import.ts'
import type { Context } from '#core/lib/context.ts'

export function sourceOf(file: FileToken, source: Partial<ImportSource> = {}): ImportSource {
  return { file, encoding: null, delimiter: null, sheet: null, headerRow: null, includeHidden: true, ...source }
}

/** The wizard without a window: a file is read, its proposals taken as they are but for what the test changes. */
export async function importOf(context: Context, path: string, source: Partial<ImportSource> = {}) {
  const { token } = context.files.add(path)
  const inspection = await inspectSource(context, sourceOf(token, source))
  return {
    inspection,
    plan: (changes: Partial<ImportPlan> = {}) => planOf(inspection, changes),
    check: (changes: Partial<ImportPlan> = {}) => checked(context, planOf(inspection, changes)),
    run: (changes: Partial<ImportPlan> = {}, signal?: AbortSignal) => ran(context, planOf(inspection, changes), signal),
    /** Where each column goes, by its header: `customer.name`, `contact.phones`, `new choice`, or nothing. */
    targets: () => Object.fromEntries(inspection.columns.flatMap(({ header, plan }) => shortTarget(header, plan))),
    [Symbol.dispose]: () => closeSource(context, token),
  }
}

export function planOf(inspection: Inspection, changes: Partial<ImportPlan> = {}): ImportPlan {
  return {
    source: inspection.source,
    columns: inspection.columns.map(({ plan }) => plan),
    matchKey: inspection.matchKey,
    badValues: 'leaveEmpty',
    remember: false,
    ...changes,
  }
}

function shortTarget(header: string, { to }: ColumnPlan): [string, string][] {
  if (to.kind === 'skip') return []
  if (to.kind === 'newField') return [[header, `new ${to.type}`]]
  return [[header, [to.owner, to.field, ...(to.part ? [to.part] : [])].join('.')]]
}

async function checked(context: Context, plan: ImportPlan): Promise<ImportCheck> {
  for await (const event of checkImport(context, plan)) if (event.type === 'done') return event.check
  throw new Error('the check ended without a result')
}

async function ran(context: Context, plan: ImportPlan, signal?: AbortSignal): Promise<ImportReport> {
  for await (const event of runImport(context, plan, signal)) if (event.type === 'done') return event.report
  throw new Error('the import ended without a report')
}
