import type { QueryClient } from '@tanstack/react-query'
import { t } from 'i18next'
import type { CustomerQuery, CustomerRow } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { tell } from '../lib/announce.tsx'
import { copyPhone, copyText } from '../lib/copy.ts'
import { fieldLabel } from '../lib/layout.ts'
import { cellText } from './cell-text.ts'
import { clipboardTable } from './clipboard-table.ts'
import { countSelected, type Selection } from './selection.ts'
import { selectedRows } from './selected-rows.ts'
import { rowsOf } from './use-grid-rows.ts'

interface Copied {
  readonly queryClient: QueryClient
  readonly query: CustomerQuery
  readonly columns: readonly string[]
  readonly fields: readonly Field[]
  readonly selection: Selection
  readonly total: number
  readonly row: CustomerRow | null
  readonly column: string
}

/** Copies the ticked rows with their headings, as a spreadsheet takes them; with nothing ticked, the current cell. */
export async function copyRows(copied: Copied): Promise<void> {
  const { queryClient, query, columns, fields, selection, total, row, column } = copied
  const shown = columns.flatMap((key) => fields.find((field) => field.key === key) ?? [])
  if (countSelected(selection, total) === 0)
    return copyCell(
      row,
      shown.find(({ key }) => key === column),
    )

  const rows = await selectedRows(selection, total, (offset, limit) =>
    rowsOf(queryClient, { query, columns, offset, limit }),
  )
  const table = [
    shown.map((field) => fieldLabel(field)),
    ...rows.map((each) => shown.map((field) => cellText(field, each))),
  ]
  try {
    await navigator.clipboard.writeText(clipboardTable(table))
    tell(t('customers:copiedRows', { count: rows.length }))
  } catch {
    tell(t('common:copyFailed'))
  }
}

async function copyCell(row: CustomerRow | null, field: Field | undefined): Promise<void> {
  if (!row || !field) return
  const text = cellText(field, row)
  if (text === '') return
  await (field.type === 'phone' ? copyPhone(text) : copyText(text))
}
