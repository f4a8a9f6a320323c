import { setImmediate } from 'node:timers/promises'
import type { Language } from '#contract/common.ts'
import type { ImportCheck, ImportPlan, ImportProblem, PreviewRow } from '#contract/imports.ts'
import { cellOf } from '../export/cells.ts'
import { currentLayout } from '../fields/field-queries.ts'
import type { Context } from '../lib/context.ts'
import { currentSettings } from '../lib/preferences.ts'
import type { LabelledPhone } from '../sheets/phones-text.ts'
import { type CompiledPlan, compilePlan, imaginedFields } from './compile-plan.ts'
import { dataRows, openSource } from './open-sources.ts'
import { readRow, type RowDraft, type ShownValue } from './read-row.ts'
import { type ResolvedRow, rowResolver } from './resolve-rows.ts'
import type { TargetField } from './target-fields.ts'

const PROBLEMS_LISTED = 500
const ROWS_SHOWN = 50

export type CheckEvent =
  | { readonly type: 'progress'; readonly phase: 'checking'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly check: ImportCheck }

/** Goes through the whole import and writes nothing. */
export async function* checkImport(
  context: Context,
  plan: ImportPlan,
  signal?: AbortSignal,
): AsyncGenerator<CheckEvent> {
  const opened = await openSource(context, plan.source, signal)
  const layout = await currentLayout(context.db)
  const { language } = await currentSettings(context.db)
  const newFields = imaginedFields(plan, opened, layout)
  const compiled = compilePlan(plan, opened, layout, newFields)
  const resolve = await rowResolver(context.db, plan.matchKey, compiled.overwrites)
  const tally = createTally(compiled, newFields.size, language)
  let done = 0
  for await (const rows of dataRows(opened)) {
    signal?.throwIfAborted()
    const { rows: resolved, touched } = await resolve(
      rows.map((row, index) => readRow(row, compiled.reading, done + index < ROWS_SHOWN)),
    )
    for (const row of resolved) tally.add(row)
    // Later rows need to know who was made here, not everything about them.
    for (const { state } of touched.created) forgetValues(state.values)
    done += rows.length
    yield { type: 'progress', phase: 'checking', done, total: opened.sheet.summary.rows }
    await setImmediate()
  }
  yield { type: 'done', check: tally.result() }
}

/** What is to be said about a row that is left out or only partly read. */
export function problemsOf({ draft, problem, isRepeat, laid }: ResolvedRow): ImportProblem[] {
  const problems = [...draft.problems]
  if (problem) problems.push({ row: draft.row, column: null, value: '', problem, isRowLeftOut: true })
  if (isRepeat && laid.contacts === 0 && laid.visits === 0) {
    problems.push({
      row: draft.row,
      column: null,
      value: nameOf(draft),
      problem: 'duplicateInFile',
      isRowLeftOut: false,
    })
  }
  return problems
}

function createTally(compiled: CompiledPlan, newFields: number, language: Language) {
  const counts = { create: 0, update: 0, same: 0, leaveOut: 0 }
  let [contacts, visits, repeated, problemCount] = [0, 0, 0, 0]
  const problems: ImportProblem[] = []
  const byProblem = new Map<string, ImportCheck['byProblem'][number]>()
  const preview: PreviewRow[] = []

  return {
    add(row: ResolvedRow): void {
      counts[row.outcome]++
      contacts += row.laid.contacts
      visits += row.laid.visits
      if (row.isRepeat) repeated++
      for (const problem of problemsOf(row)) {
        problemCount++
        if (problems.length < PROBLEMS_LISTED) problems.push(problem)
        const key = `${problem.problem} ${problem.column}`
        const known = byProblem.get(key)
        byProblem.set(key, { problem: problem.problem, column: problem.column, count: (known?.count ?? 0) + 1 })
      }
      if (preview.length < ROWS_SHOWN) preview.push(previewOf(row, compiled, language))
    },
    result: (): ImportCheck => ({
      ...counts,
      contacts,
      visits,
      newFields,
      repeated,
      problemCount,
      problems,
      byProblem: [...byProblem.values()].toSorted((a, b) => b.count - a.count),
      preview,
    }),
  }
}

function previewOf(
  { draft, outcome, customerId }: ResolvedRow,
  { reading }: CompiledPlan,
  language: Language,
): PreviewRow {
  const values = reading.columns.flatMap(({ column, field }) => {
    const value = draft.shown.get(column)
    return value === undefined ? [] : [{ column, text: shownText(value, field, language) }]
  })
  return { row: draft.row, outcome, customerId, name: nameOf(draft), values }
}

function shownText(value: ShownValue, { definition, type }: TargetField, language: Language): string {
  if (type === 'minute') return String(value).replace('T', ' ')
  if (isPhones(value)) return value.map(({ label, number }) => (label ? `${label} ${number}` : number)).join('\n')
  const cell = cellOf(definition, value, language)
  if (cell === null || typeof cell === 'string') return cell ?? ''
  return cell.kind === 'money' ? cell.value.toFixed(2) : String(cell.value)
}

function isPhones(value: ShownValue): value is readonly LabelledPhone[] {
  return Array.isArray(value) && value.some((word) => typeof word !== 'string')
}

function nameOf({ customer, contact }: RowDraft): string {
  return String(customer.values['name'] ?? contact?.values['name'] ?? '')
}

function forgetValues(values: Record<string, unknown>): void {
  for (const key of Object.keys(values)) delete values[key]
}
