import type { CustomerRow } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'

export interface Column {
  readonly key: string
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
  nextContact: 132,
  lastContact: 96,
  region: 80,
  number: 96,
  kind: 64,
}

/** The columns shown, in order: those chosen before that still exist, or the usual ones. */
export function shownColumns(chosen: readonly Column[] | null, listed: readonly Field[]): readonly Column[] {
  const exists = new Set(listed.map((field) => field.key))
  const free = chosen ?? usual.map((key) => ({ key, width: widthOf(key, listed) }))
  const fixed = fixedColumns.map(
    (key) => chosen?.find((column) => column.key === key) ?? { key, width: widthOf(key, listed) },
  )
  return [...fixed, ...free.filter(({ key }) => exists.has(key) && !fixedColumns.includes(key))]
}

/** Shows or hides a column; one that comes back stands where the layout has it, at the end of those before it. */
export function toggled(shown: readonly Column[], key: string, listed: readonly Field[]): readonly Column[] {
  return shown.some((column) => column.key === key)
    ? shown.filter((column) => column.key !== key)
    : [...shown, { key, width: widthOf(key, listed) }]
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
