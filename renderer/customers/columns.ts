import type { CustomerRow } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import type { ViewColumn } from '#contract/views.ts'

/** A column as the list shows it: its width is known. */
export interface Column extends ViewColumn {
  readonly width: number
}

/** Always there, and always first: the row would have no face without them. */
export const fixedColumns: readonly string[] = ['grade', 'name']

const usual = ['primaryContact', 'phones', 'nextContact', 'lastContact', 'region', 'tags']

const widths: Readonly<Record<string, number>> = {
  grade: 56,
  name: 172,
  primaryContact: 80,
  decisionMakers: 96,
  phones: 120,
  address: 200,
  nextContact: 132,
  lastContact: 96,
  region: 80,
  number: 96,
  kind: 64,
}

/** The columns shown, in order: those chosen that still exist, or the usual ones; pinned ones in front. */
export function shownColumns(chosen: readonly ViewColumn[] | null, listed: readonly Field[]): readonly Column[] {
  const exists = new Set(listed.map((field) => field.key))
  const wanted = (chosen ?? usual.map(plainColumn))
    .filter(({ field }) => exists.has(field) && !fixedColumns.includes(field))
    .map((column) => withWidth(column, listed))
  const fixed = fixedColumns.map((key) => {
    const column = chosen?.find(({ field }) => field === key) ?? plainColumn(key)
    return withWidth({ ...column, pinned: true }, listed)
  })
  return [...fixed, ...wanted.filter(({ pinned }) => pinned), ...wanted.filter(({ pinned }) => !pinned)]
}

/** Shows or hides a column; one that comes new stands at the end. */
export function toggled(shown: readonly Column[], key: string, listed: readonly Field[]): readonly Column[] {
  return shown.some(({ field }) => field === key)
    ? shown.filter(({ field }) => field !== key)
    : [...shown, withWidth(plainColumn(key), listed)]
}

/** Lets a column stay when the list is moved sideways, behind those that do so already, or lets it go. */
export function pinned(shown: readonly Column[], key: string): readonly Column[] {
  const changed = shown.map((column) => (column.field === key ? { ...column, pinned: !column.pinned } : column))
  return [...changed.filter((column) => column.pinned), ...changed.filter((column) => !column.pinned)]
}

/** Puts a column `step` places on, among those that are pinned as it is. */
export function moved(shown: readonly Column[], key: string, step: -1 | 1): readonly Column[] {
  const from = shown.findIndex(({ field }) => field === key)
  const column = shown[from]
  const other = shown[from + step]
  if (!column || !other || other.pinned !== column.pinned || fixedColumns.includes(other.field)) return shown
  return shown.with(from, other).with(from + step, column)
}

export function widthOf(key: string, listed: readonly Field[]): number {
  const field = listed.find((listedField) => listedField.key === key)
  return widths[key] ?? (isFigure(field) ? 104 : field?.type === 'longText' ? 200 : 112)
}

export function isFigure(field: Field | undefined): boolean {
  return field?.type === 'money' || field?.type === 'number'
}

/** What a row holds in a column. Name, number and kind stand in the row itself. */
export function rowValue(row: CustomerRow, key: string): FieldValue {
  if (key === 'name' || key === 'number' || key === 'kind') return row[key]
  return row.values[key] ?? null
}

function plainColumn(field: string): ViewColumn {
  return { field, width: null, pinned: false }
}

function withWidth(column: ViewColumn, listed: readonly Field[]): Column {
  return { ...column, width: column.width ?? widthOf(column.field, listed) }
}
