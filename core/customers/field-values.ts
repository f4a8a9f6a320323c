import type { Field, FieldValue, FieldValues } from '#contract/fields.ts'
import { localMinuteOf } from '../lib/clock.ts'
import type { CustomerTableRow } from './customer-row.ts'

/** All values of a customer by field key, those with a column of their own included. Empty ones are left out. */
export function valuesOfCustomer(row: CustomerTableRow): FieldValues {
  return withoutEmpty({ ...storedValues(row), ...columnValues(row) })
}

/** The values of fields with storage `value`. */
export function storedValues(row: Pick<CustomerTableRow, 'field_values'>): FieldValues {
  return JSON.parse(row.field_values) as FieldValues
}

/** The values of fields with storage `column`. */
export function columnValues(row: CustomerTableRow): FieldValues {
  return {
    name: row.name,
    shortName: row.short_name,
    reading: row.reading,
    kind: row.kind,
    number: row.number,
    createdBy: row.created_by,
    createdOn: row.created_on,
    lastContact: row.last_contact_at?.slice(0, 10) ?? null,
    nextContact: row.next_contact_on,
    completeness: row.completeness,
    confirmedOn: row.confirmed_at === null ? null : localMinuteOf(row.confirmed_at).slice(0, 10),
  }
}

/** The columns that fields with storage `column` are kept in and may be edited through. */
export const editableColumns = {
  name: 'name',
  shortName: 'short_name',
  reading: 'reading',
  kind: 'kind',
  number: 'number',
} as const

export type EditableColumn = keyof typeof editableColumns

export function isEditableColumn(key: string): key is EditableColumn {
  return Object.hasOwn(editableColumns, key)
}

/** JSON for the `field_values` column: only fields kept there, only what is not empty. */
export function fieldValuesJson(values: FieldValues, fields: ReadonlyMap<string, Field>): string {
  const kept = Object.entries(values).filter(([key]) => fields.get(key)?.storage !== 'column')
  return JSON.stringify(withoutEmpty(Object.fromEntries(kept)))
}

export function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function withoutEmpty(values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))
}
