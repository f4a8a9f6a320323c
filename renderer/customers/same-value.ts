import type { FieldValue } from '#contract/fields.ts'
import { isEmptyValue } from './filter-rules.ts'

/** Whether two values say the same; all ways of being empty do. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (isEmptyValue(a) || isEmptyValue(b)) return isEmptyValue(a) && isEmptyValue(b)
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => each === b[index])
  return a === b
}
