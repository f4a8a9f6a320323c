import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { CustomerId, Instant, line, OperationId } from './common.ts'
import { procedure, ValueProblem } from './errors.ts'
import { FieldType } from './fields.ts'
import { FileHandle, FileToken } from './files.ts'

export const TextEncoding = z.enum([
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'shift_jis',
  'euc-kr',
])
export type TextEncoding = z.infer<typeof TextEncoding>

export const Delimiter = z.enum([',', '\t', ';', '|', ':'])
export type Delimiter = z.infer<typeof Delimiter>

/** A file and how to read it. Null everywhere but in `file`: find it out. */
export const ImportSource = z.object({
  file: FileToken,
  encoding: TextEncoding.nullable(),
  delimiter: Delimiter.nullable(),
  /** 0-based among all sheets. */
  sheet: z.int().nonnegative().nullable(),
  /** The row's number in the file, from 1; 0 when the table has no header. */
  headerRow: z.int().nonnegative().nullable(),
  includeHidden: z.boolean(),
})
export type ImportSource = z.infer<typeof ImportSource>

/** Pieces that make one field together: a name in two columns, an address in four. */
export const ImportPart = z.enum([
  'familyName',
  'middleName',
  'givenName',
  /** 省市区 in one column, beside the street. */
  'area',
  'street',
  'district',
  'city',
  'region',
  'postcode',
  'country',
  /** The kind of the phone in the column before, or of an address. */
  'label',
])
export type ImportPart = z.infer<typeof ImportPart>

export const ImportOwner = z.enum(['customer', 'contact', 'visit'])
export type ImportOwner = z.infer<typeof ImportOwner>

/**
 * Where a column goes. Fields of customers are those of the layout; contacts and visits have theirs by the names of
 * the contract (`name`, `title`, `phones` …; `visitedAt`, `situation` …). Several columns may go to `phones` and `notes`.
 */
export const ImportField = z.object({ owner: ImportOwner, field: z.string(), part: ImportPart.nullable() })
export type ImportField = z.infer<typeof ImportField>

export const ImportTarget = z.discriminatedUnion('kind', [
  ImportField.extend({ kind: z.literal('field') }),
  z.object({ kind: z.literal('newField'), label: line(60).min(1), type: FieldType }),
  z.object({ kind: z.literal('skip') }),
])
export type ImportTarget = z.infer<typeof ImportTarget>

export const DayOrder = z.enum(['monthFirst', 'dayFirst'])
export type DayOrder = z.infer<typeof DayOrder>

export const ColumnPlan = z.object({
  /** 0-based. */
  column: z.int().nonnegative(),
  to: ImportTarget,
  /** What happens where the customer already has a value. */
  existing: z.enum(['fillEmpty', 'overwrite']),
  /** How 3/5/2024 is read; null where no value of the column leaves a doubt. */
  dayOrder: DayOrder.nullable(),
})
export type ColumnPlan = z.infer<typeof ColumnPlan>

/** Something about a column that is worth a look before going on. */
export const ColumnRemark = z.object({
  remark: z.enum([
    'roundedNumbers',
    'numbersAsPhones',
    'ambiguousDates',
    'mixedDates',
    'lunarDates',
    'unreadableDates',
    'unknownChoices',
    'choicesRead',
    'errorCells',
    'hiddenColumn',
    'sameHeader',
    'sameTarget',
  ]),
  count: z.int(),
  /** One of the values as it stands in the file, and how it is read. */
  example: z.string(),
  readAs: z.string(),
  /** Numbers of the first rows concerned. */
  rows: z.array(z.int()),
})
export type ColumnRemark = z.infer<typeof ColumnRemark>

export const ImportColumn = z.object({
  index: z.int().nonnegative(),
  header: z.string(),
  firstValue: z.string(),
  /** How many cells hold something. */
  filled: z.int(),
  plan: ColumnPlan,
  status: z.enum(['matched', 'attention', 'new', 'skipped']),
  how: z.enum(['remembered', 'label', 'synonym', 'content', 'none']),
  remarks: z.array(ColumnRemark),
})
export type ImportColumn = z.infer<typeof ImportColumn>

/** By what a row finds the customer it is about; `none` makes a new card of every row. */
export const MatchKey = z.enum(['none', 'number', 'phone', 'wechat', 'name', 'nameAndPhone'])
export type MatchKey = z.infer<typeof MatchKey>

export const Inspection = z.object({
  format: z.enum(['workbook', 'text']),
  /** The source with everything found out, to be sent back with the plan. */
  source: ImportSource,
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  /** False when another encoding reads the file nearly as well. */
  isEncodingSure: z.boolean(),
  /** Rows under the header that can be imported. */
  rowCount: z.int(),
  firstRow: z.int(),
  lastRow: z.int(),
  hiddenRows: z.int(),
  /** Rows that only sum up others; they are left out. */
  totalsRows: z.array(z.int()),
  columns: z.array(ImportColumn),
  matchKeys: z.array(MatchKey),
  matchKey: MatchKey,
  /** The columns were matched as they were the last time for the same headers. */
  isRemembered: z.boolean(),
  /** The same bytes were imported before. */
  importedBefore: z.object({ at: Instant, operationId: OperationId }).nullable(),
})
export type Inspection = z.infer<typeof Inspection>

export const ImportPlan = z.object({
  source: ImportSource,
  columns: z.array(ColumnPlan).max(16_384),
  matchKey: MatchKey,
  /** Rows with a value that cannot be read: import them without it, or leave them out. */
  badValues: z.enum(['leaveEmpty', 'leaveOut']),
  /** Match the columns in the same way when these headers come again. */
  remember: z.boolean(),
})
export type ImportPlan = z.infer<typeof ImportPlan>

/** Why a row or a cell cannot be imported as it is. */
export const RowProblem = z.enum([
  ...ValueProblem.options,
  'nameMissing',
  'tooManyCells',
  'unclosedQuote',
  'duplicateInFile',
  'severalMatches',
  'numberTaken',
  'errorCell',
  'visitWithoutDay',
])
export type RowProblem = z.infer<typeof RowProblem>

export const ImportProblem = z.object({
  row: z.int(),
  /** Null when the whole row is concerned. */
  column: z.int().nullable(),
  value: z.string(),
  problem: RowProblem,
  /** The whole row is left out, not only the value. */
  isRowLeftOut: z.boolean(),
})
export type ImportProblem = z.infer<typeof ImportProblem>

export const PreviewRow = z.object({
  row: z.int(),
  outcome: z.enum(['create', 'update', 'same', 'leaveOut']),
  customerId: CustomerId.nullable(),
  name: z.string(),
  /** The values as they will be stored, shown as text, by column. */
  values: z.array(z.object({ column: z.int(), text: z.string() })),
})
export type PreviewRow = z.infer<typeof PreviewRow>

export const ImportCheck = z.object({
  create: z.int(),
  update: z.int(),
  /** Already so in the file: nothing to change. */
  same: z.int(),
  leaveOut: z.int(),
  contacts: z.int(),
  visits: z.int(),
  newFields: z.int(),
  /** Rows that speak of a customer an earlier row has spoken of. */
  repeated: z.int(),
  problemCount: z.int(),
  /** The first ones. */
  problems: z.array(ImportProblem),
  byProblem: z.array(z.object({ problem: RowProblem, column: z.int().nullable(), count: z.int() })),
  preview: z.array(PreviewRow),
})
export type ImportCheck = z.infer<typeof ImportCheck>

const progress = z.object({
  type: z.literal('progress'),
  phase: z.enum(['reading', 'checking', 'writing']),
  done: z.int(),
  total: z.int(),
})

export const ImportReport = z.object({
  operationId: OperationId,
  created: z.int(),
  updated: z.int(),
  same: z.int(),
  leftOut: z.int(),
  contacts: z.int(),
  visits: z.int(),
  /** The rows left out with a column of reasons, as a workbook. */
  leftOutFile: FileHandle.nullable(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const imports = {
  /** Reads the file and proposes where its columns go. Ending the request stops the reading. */
  inspect: procedure.input(ImportSource).output(Inspection),
  /** Every place a column can go, new fields apart. */
  targets: procedure.output(z.array(ImportField)),
  /** What is to be said about one column once it goes elsewhere. */
  column: procedure.input(z.object({ source: ImportSource, plan: ColumnPlan })).output(ImportColumn),
  /** The file's own rows. Either a page of them or those named. */
  rows: procedure
    .input(
      z.object({
        source: ImportSource,
        offset: z.int().nonnegative(),
        limit: z.int().min(1).max(200),
        only: z.array(z.int()).max(200).nullable(),
      }),
    )
    .output(
      z.object({
        rows: z.array(
          z.object({
            row: z.int(),
            isHidden: z.boolean(),
            /** May be shorter or longer than the header. */
            cells: z.array(z.object({ text: z.string(), mark: z.enum(['rounded', 'error']).nullable() })),
          }),
        ),
      }),
    ),
  /** A dry run: nothing is written. */
  check: procedure
    .input(ImportPlan)
    .output(
      eventIterator(
        z.discriminatedUnion('type', [progress, z.object({ type: z.literal('done'), check: ImportCheck })]),
      ),
    ),
  /** One operation, all or nothing; ending the stream before `done` takes everything back. */
  run: procedure
    .input(ImportPlan)
    .output(
      eventIterator(
        z.discriminatedUnion('type', [progress, z.object({ type: z.literal('done'), report: ImportReport })]),
      ),
    ),
  /** Lets go of a file that was read. */
  close: procedure.input(z.object({ file: FileToken })).output(z.object({})),
}
