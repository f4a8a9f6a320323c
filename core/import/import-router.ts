import { implement } from '@orpc/server'
import { imports } from '#contract/imports.ts'
import { currentLayout } from '../fields/field-queries.ts'
import type { Context } from '../lib/context.ts'
import { checkImport } from './check-import.ts'
import { inspectColumn, inspectSource, sourceRows } from './inspect-source.ts'
import { closeSource } from './open-sources.ts'
import { runImport } from './run-import.ts'
import { importTargets } from './target-fields.ts'

const os = implement(imports).$context<Context>()

export const importRouter = os.router({
  inspect: os.inspect.handler(({ context, input, signal }) => inspectSource(context, input, signal)),
  targets: os.targets.handler(async ({ context }) => importTargets(await currentLayout(context.db))),
  column: os.column.handler(({ context, input }) => inspectColumn(context, input.source, input.plan)),
  rows: os.rows.handler(async ({ context, input: { source, ...page } }) => ({
    rows: await sourceRows(context, source, page),
  })),
  check: os.check.handler(({ context, input, signal }) => checkImport(context, input, signal)),
  run: os.run.handler(({ context, input, signal }) => runImport(context, input, signal)),
  close: os.close.handler(({ context, input }) => {
    closeSource(context, input.file)
    return {}
  }),
})
