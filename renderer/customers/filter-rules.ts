import type { Filter, FilterOperator } from '#contract/customers.ts'
import type { Field, FieldType, FieldValue } from '#contract/fields.ts'

/** What the value of a condition is typed into. */
export type FilterValueKind = 'none' | 'days' | 'month' | 'choices' | 'text' | 'field'

const presence: readonly FilterOperator[] = ['isEmpty', 'isNotEmpty']
const words: readonly FilterOperator[] = ['contains', 'is', 'isNot', ...presence]
const amounts: readonly FilterOperator[] = ['atLeast', 'atMost', 'is', ...presence]
const choices: readonly FilterOperator[] = ['is', 'isNot', ...presence]

const operators: Readonly<Record<FieldType, readonly FilterOperator[]>> = {
  text: words,
  longText: ['contains', ...presence],
  number: amounts,
  money: amounts,
  date: ['before', 'after', 'is', 'withinDays', 'sinceDays', 'olderThanDays', 'inMonth', 'isPast', ...presence],
  partialDate: ['inMonth', 'withinDays', 'contains', ...presence],
  yesNo: ['is'],
  choice: choices,
  choices,
  tags: choices,
  phone: words,
  email: words,
  link: words,
  customer: choices,
}

/** The conditions a field can be asked for, the usual one first. Parts are other rows shown as text. */
export function operatorsOf(field: Field): readonly FilterOperator[] {
  return field.storage === 'part' ? ['contains', ...presence] : operators[field.type]
}

export function valueKindOf(field: Field, operator: FilterOperator): FilterValueKind {
  if (operator === 'isEmpty' || operator === 'isNotEmpty' || operator === 'isPast') return 'none'
  if (operator === 'olderThanDays' || operator === 'withinDays' || operator === 'sinceDays') return 'days'
  if (operator === 'inMonth') return 'month'
  if (operator === 'contains') return 'text'
  if (field.type === 'choice' || field.type === 'choices') return 'choices'
  return 'field'
}

/** Whether a condition can be asked as it stands: half-typed ones are not sent. */
export function isComplete(field: Field, { operator, value }: Pick<Filter, 'operator' | 'value'>): boolean {
  switch (valueKindOf(field, operator)) {
    case 'none':
      return true
    case 'days':
    case 'month':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
    case 'field':
      if (field.type === 'number' || field.type === 'money') return typeof value === 'number'
      return !isEmptyValue(value)
    default:
      return !isEmptyValue(value)
  }
}

/** Keeps what was typed when the condition changes to one that takes the same kind of value. */
export function carriedValue(field: Field, from: FilterOperator, to: FilterOperator, value: FieldValue): FieldValue {
  return valueKindOf(field, from) === valueKindOf(field, to) ? value : firstValue(field, to)
}

/** What a new condition asks for: mostly nothing yet, of months this one. */
export function firstValue(field: Field, operator: FilterOperator): FieldValue {
  return valueKindOf(field, operator) === 'month' ? 0 : null
}

export function isEmptyValue(value: FieldValue | undefined): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
