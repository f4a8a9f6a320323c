import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Language, line } from './common.ts'
import { CustomerSelection } from './customers.ts'
import { procedure } from './errors.ts'
import { FileHandle } from './files.ts'

export const ExportSheet = z.enum(['customers', 'contacts', 'visits', 'followUps'])
export type ExportSheet = z.infer<typeof ExportSheet>

export const ExportPlan = z.object({
  selection: CustomerSelection,
  format: z.enum(['xlsx', 'csv']),
  /** Of a CSV file. */
  encoding: z.enum(['utf-8', 'gb18030']),
  /** Keys of customer fields in the order of the view; null for every field. */
  columns: z.array(z.string()).max(500).nullable(),
  /** Sensitive fields leave the program only when they were ticked for this very file. */
  withSensitive: z.boolean(),
  /** Of the headers and the names of choices. */
  language: Language,
  /** What else goes into the workbook. A CSV file holds customers only. */
  sheets: z.object({ contacts: z.boolean(), visits: z.boolean(), followUps: z.boolean() }),
  /** The file's name without its ending. */
  name: line(100).min(1),
})
export type ExportPlan = z.infer<typeof ExportPlan>

export const ExportReport = z.object({
  file: FileHandle,
  counts: z.array(z.object({ sheet: ExportSheet, rows: z.int() })),
  /** Texts longer than the 32,767 characters a cell of a workbook holds; their ends were cut off. */
  cutTexts: z.int(),
})
export type ExportReport = z.infer<typeof ExportReport>

export const exports = {
  /** An empty workbook with the columns of the layout as it is now, choices as drop-down lists: to be filled in and imported. */
  template: procedure.input(z.object({ language: Language })).output(FileHandle),
  /** Ending the stream before `done` stops the export. */
  run: procedure
    .input(ExportPlan)
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
          z.object({ type: z.literal('done'), report: ExportReport }),
        ]),
      ),
    ),
}
