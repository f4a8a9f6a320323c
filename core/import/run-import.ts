import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { Language } from '#contract/common.ts'
import type { Field } from '#contract/fields.ts'
import type { FileHandle } from '#contract/files.ts'
import type { ImportPlan, ImportReport, RowProblem } from '#contract/imports.ts'
import { takeNumbers } from '../customers/take-number.ts'
import { currentLayout } from '../fields/field-queries.ts'
import { insertField } from '../fields/field-service.ts'
import type { Db } from '../db/open.ts'
import type { Context } from '../lib/context.ts'
import { currentSettings, staffAtDesk } from '../lib/preferences.ts'
import { write, type Writing } from '../operations/write.ts'
import { type Row, textOf } from '../sheets/cell.ts'
import { writeWorkbook } from '../sheets/write-workbook.ts'
import { problemsOf } from './check-import.ts'
import { compilePlan, newFieldDrafts } from './compile-plan.ts'
import { dataRows, openSource, type OpenSource } from './open-sources.ts'
import { readRow } from './read-row.ts'
import { problemWords, reasonHeader } from './problem-words.ts'
import { hashOfFile, rememberColumns, rememberFile } from './remembered.ts'
import { rowResolver } from './resolve-rows.ts'
import { writeCustomers, type WriteSetting } from './write-customers.ts'
import { gatherReferences } from './write-references.ts'

export type RunEvent =
  | { readonly type: 'progress'; readonly phase: 'writing'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly report: ImportReport }

type Counts = Omit<ImportReport, 'operationId' | 'leftOutFile'>

/** Pages of rows left out are kept for the report up to this many. */
const LEFT_OUT_KEPT = 20_000

/**
 * Imports the whole file as one operation. When whoever listens goes away, or the signal says so, nothing has happened.
 */
export async function* runImport(context: Context, plan: ImportPlan, signal?: AbortSignal): AsyncGenerator<RunEvent> {
  const stop = new AbortController()
  const stopped = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])])
  const opened = await openSource(context, plan.source, stopped)
  const leftOut: LeftOutRow[] = []
  const total = opened.sheet.summary.rows
  let done = 0
  let wake = Promise.withResolvers<void>()

  const running = write(
    context,
    { kind: 'import', subject: { name: context.files.handleOf(plan.source.file).name } },
    (writing) =>
      importRows(context, writing, plan, opened, leftOut, (rows) => {
        stopped.throwIfAborted()
        done += rows
        wake.resolve()
      }),
  )
  const finished = running.then(
    () => true,
    () => true,
  )
  try {
    while (!(await Promise.race([finished, wake.promise]))) {
      wake = Promise.withResolvers()
      yield { type: 'progress', phase: 'writing', done, total }
    }
    const report = await running
    const { language } = await currentSettings(context.db)
    const leftOutFile = leftOut.length > 0 ? await writeLeftOut(context, opened, leftOut, language) : null
    yield { type: 'done', report: { ...report, leftOutFile } }
  } finally {
    stop.abort()
    await finished
  }
}

async function importRows(
  context: Context,
  writing: Writing,
  plan: ImportPlan,
  opened: OpenSource,
  leftOut: LeftOutRow[],
  onRows: (rows: number) => void,
): Promise<Counts> {
  const { db, operationId } = writing
  const { clock, files } = context
  const newFields = new Map<number, Field>()
  for (const { column, draft } of newFieldDrafts(plan, opened, await currentLayout(db)))
    newFields.set(column, await insertField(writing, draft))
  const layout = await currentLayout(db)
  const compiled = compilePlan(plan, opened, layout, newFields)
  const resolve = await rowResolver(db, plan.matchKey, compiled.overwrites)
  const { numberRule } = await currentSettings(db)
  const setting: WriteSetting = {
    fields: new Map(layout.fields.filter(({ owner }) => owner === 'customer').map((field) => [field.key, field])),
    today: clock.today(),
    now: clock.now(),
    nameAtDesk: await nameAtDesk(db),
    channel: compiled.channel,
    takeNumbers: (count) => (count === 0 ? Promise.resolve([]) : takeNumbers(db, numberRule, clock.today(), count)),
  }

  const counts = { created: 0, updated: 0, same: 0, leftOut: 0, contacts: 0, visits: 0 }
  const references = gatherReferences()
  for await (const rows of dataRows(opened)) {
    onRows(0)
    const { rows: resolved, touched } = await resolve(rows.map((row) => readRow(row, compiled.reading)))
    await writeCustomers(writing, touched, setting)
    for (const [index, row] of resolved.entries()) {
      if (row.outcome === 'create') counts.created++
      else if (row.outcome === 'update') counts.updated++
      else if (row.outcome === 'same') counts.same++
      else counts.leftOut++
      counts.contacts += row.laid.contacts
      counts.visits += row.laid.visits
      const source = rows[index]
      if (row.outcome !== 'leaveOut' || !source || leftOut.length >= LEFT_OUT_KEPT) continue
      const reasons = problemsOf(row).filter(({ isRowLeftOut }) => isRowLeftOut)
      leftOut.push({ row: source, problems: reasons.map(({ problem }) => problem) })
    }
    for (const slot of touched.created) references.add(slot)
    for (const state of touched.updated) references.add({ id: state.id, state })
    onRows(rows.length)
    await setImmediate()
  }
  await references.write(writing, setting.fields)
  if (plan.remember) await rememberColumns(db, opened.header.names, plan.columns)
  await rememberFile(db, await hashOfFile(files.pathOf(plan.source.file)), clock.now(), operationId)
  await writing.describe({ name: files.handleOf(plan.source.file).name, count: counts.created + counts.updated })
  return counts
}

async function nameAtDesk(db: Db): Promise<string> {
  const id = await staffAtDesk(db)
  if (id === null) return ''
  const row = await db.selectFrom('staff').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? ''
}

interface LeftOutRow {
  readonly row: Row
  readonly problems: readonly RowProblem[]
}

/** The rows left out, as they were, with the reason before them: to be mended and imported again. */
async function writeLeftOut(
  context: Context,
  { header }: OpenSource,
  leftOut: readonly LeftOutRow[],
  language: Language,
): Promise<FileHandle> {
  const words = problemWords[language]
  const width = Math.max(header.names.length, ...leftOut.map(({ row }) => row.cells.length))
  const names = Array.from({ length: width }, (_, index) => header.names[index] ?? '')
  const file = context.files.create(`${reasonHeader[language]}.xlsx`)
  const columns = [reasonHeader[language], ...names].map((name, index) => ({
    header: name,
    width: index === 0 ? 30 : 14,
  }))
  const rows = leftOut.map(({ row, problems }) => [
    problems.map((problem) => words[problem]).join('; '),
    ...row.cells.map(textOf),
  ])
  const sheet = { name: reasonHeader[language], columns, rows }
  await pipeline(writeWorkbook([sheet]), createWriteStream(file.path, { mode: 0o600 }))
  return file.finish()
}
