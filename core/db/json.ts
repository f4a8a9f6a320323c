import { type RawBuilder, sql } from 'kysely'
import type { FieldValue } from '#contract/fields.ts'

/** SQL for the value of a field in the `field_values` of customers: null when it is empty. */
export function fieldValue<T extends string | number | null>(key: string): RawBuilder<T> {
  return sql<T>`json_extract(customers.field_values, ${pathOf(key)})`
}

/** SQL for the `field_values` column with one field set; null takes the field out. */
export function withFieldValue(key: string, value: FieldValue): RawBuilder<string> {
  return value === null
    ? sql<string>`json_remove(field_values, ${pathOf(key)})`
    : sql<string>`json_set(field_values, ${pathOf(key)}, json(${JSON.stringify(value)}))`
}

function pathOf(key: string): string {
  return `$."${key}"`
}
