import { type RawBuilder, sql } from 'kysely'
import type { FieldValue } from '#contract/fields.ts'

/** SQL for the value of a field in the `field_values` of customers: null when it is empty. */
export function fieldValue<T extends string | number | null>(key: string): RawBuilder<T> {
  return sql.raw<T>(fieldExpression(key))
}

/** The same as text, with nothing bound: an index on an expression is used only for the very same expression. */
export function fieldExpression(key: string): string {
  return `json_extract(customers.field_values, '${pathOf(key).replaceAll("'", "''")}')`
}

/** SQL that holds when a JSON list has one of these words. */
export function holdsAny(list: RawBuilder<unknown>, words: readonly FieldValue[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from json_each(${list}) where value in (${sql.join(words)}))`
}

/** SQL for the `field_values` column with one field set; null takes the field out. */
export function withFieldValue(key: string, value: FieldValue): RawBuilder<string> {
  return value === null
    ? sql<string>`json_remove(field_values, ${pathOf(key)})`
    : sql<string>`json_set(field_values, ${pathOf(key)}, json(${JSON.stringify(value)}))`
}

/** SQL for a list of words as rows, one `value` each. */
export function eachWord(list: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`json_each(${list})`
}

/** SQL for the value of a field as JSON text, so that true, 1 and "1" stay apart. */
export function fieldJson(key: string): RawBuilder<string | null> {
  return sql`(customers.field_values -> ${pathOf(key)})`
}

/** SQL for the `field_values` column with one word of a list put for another, each word once and in its place. */
export function withWordReplaced(key: string, from: string, into: string): RawBuilder<string> {
  return sql`json_set(field_values, ${pathOf(key)}, (
    SELECT json_group_array(word) FROM (
      SELECT iif(value = ${from}, ${into}, value) AS word, min(key) AS place
      FROM json_each(field_values -> ${pathOf(key)}) GROUP BY word ORDER BY place)))`
}

/** SQL that holds when a JSON object has the field. */
export function hasField(object: RawBuilder<unknown>, key: string): RawBuilder<boolean> {
  return sql<boolean>`json_type(${object}, ${pathOf(key)}) IS NOT NULL`
}

/** SQL for a former state of a customer (`changes.before`) without one of its values. */
export function formerWithoutField(key: string): RawBuilder<string> {
  // Within that state the values are a text, not an object.
  return sql`json_set(before, '$.field_values', json_remove(before ->> 'field_values', ${pathOf(key)}) || '')`
}

function pathOf(key: string): string {
  return `$."${key}"`
}
