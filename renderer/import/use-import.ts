import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { FileHandle } from '#contract/files.ts'
import type { ColumnPlan, ImportColumn, ImportPlan, ImportSource, Inspection, MatchKey } from '#contract/imports.ts'
import { api, client } from '../lib/api.ts'
import { showError } from '../lib/show-error.ts'
import { asSent, possibleMatchKeys } from './import-plan.ts'

/** How the file is read, as far as the user said something else than what the file suggests. */
export type SourceChoice = Partial<Omit<ImportSource, 'file'>>

/** What the user decided beside the columns. */
export interface Decisions {
  readonly matchKey: MatchKey | null
  readonly badValues: ImportPlan['badValues']
  readonly remember: boolean
}

const undecided: Decisions = { matchKey: null, badValues: 'leaveEmpty', remember: true }

/** A file on its way in: how it is read, where its columns go, what was decided. Nothing is written here. */
export function useImport() {
  const [file, setFile] = useState<FileHandle | null>(null)
  const [choice, setChoice] = useState<SourceChoice>({})
  const [edits, setEdits] = useState<Edits>(noEdits)
  const [decisions, setDecisions] = useState(undecided)

  const inspection = useQuery({
    ...api.imports.inspect.queryOptions({ input: file ? sourceOf(file, choice) : skipToken }),
    // Another encoding or header row is another look at the same rows; another sheet is not.
    placeholderData: (previous) => (isSameSheet(previous, file, choice) ? previous : undefined),
    meta: { ownErrors: true },
    gcTime: 0,
  })
  const sheet = file && inspection.isSuccess ? inspection.data : null
  const edited = edits.of === sheet ? edits.columns : noEdits.columns
  const columns = sheet?.columns.map((column) => edited.find(({ index }) => index === column.index) ?? column) ?? []

  const put = (column: ImportColumn) =>
    setEdits(({ of, columns }) => {
      const others = of === sheet ? columns.filter(({ index }) => index !== column.index) : []
      return { of: sheet, columns: [...others, column] }
    })

  const token = file?.token
  useEffect(() => () => void (token && client.imports.close({ file: token })), [token])

  const matchKeys = possibleMatchKeys(columns)
  const matchKey = [decisions.matchKey, sheet?.matchKey].find((key) => key && matchKeys.includes(key)) ?? 'none'

  return {
    file,
    sheet,
    columns,
    matchKeys,
    matchKey,
    decisions,
    isReading: file !== null && inspection.isFetching,
    error: file ? inspection.error : null,
    take(next: FileHandle) {
      setFile(next)
      setChoice({})
      setDecisions(undecided)
    },
    readAs: (next: SourceChoice) => setChoice({ ...choice, ...next }),
    decide: (next: Partial<Decisions>) => setDecisions({ ...decisions, ...next }),
    /** Sends a column elsewhere at once; what is to be said about it there comes from the core. */
    changeColumn(plan: ColumnPlan) {
      const column = columns[plan.column]
      if (!sheet || !column) return
      put(asSent(column, plan))
      client.imports.column({ source: sheet.source, plan }).then(put, showError)
    },
    plan: sheet && planOf(sheet, columns, matchKey, decisions),
  }
}

export type Importing = ReturnType<typeof useImport>

function isSameSheet(shown: Inspection | undefined, file: FileHandle | null, { sheet }: SourceChoice): boolean {
  return shown?.source.file === file?.token && (sheet ?? shown?.source.sheet) === shown?.source.sheet
}

interface Edits {
  readonly of: Inspection | null
  readonly columns: readonly ImportColumn[]
}

const noEdits: Edits = { of: null, columns: [] }

function sourceOf(file: FileHandle, choice: SourceChoice): ImportSource {
  return {
    file: file.token,
    encoding: null,
    delimiter: null,
    sheet: null,
    headerRow: null,
    includeHidden: true,
    ...choice,
  }
}

function planOf(
  { source }: Inspection,
  columns: readonly ImportColumn[],
  matchKey: MatchKey,
  { badValues, remember }: Decisions,
): ImportPlan {
  return { source, columns: columns.map(({ plan }) => plan), matchKey, badValues, remember }
}
