import { t } from 'i18next'
import type { CustomerRow } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { fieldValueText } from '../lib/field-value-text.ts'
import { rowValue } from './columns.ts'
import { isEmptyValue } from './filter-rules.ts'

/** What a cell of the list says: nothing that is sensitive. A person without a contact is their own. */
export function cellText(field: Field, row: CustomerRow): string {
  if (field.sensitive) return isEmptyValue(rowValue(row, field.key)) ? '' : t('card:masked')
  const text = fieldValueText(field, rowValue(row, field.key))
  return text === '' && field.key === 'primaryContact' && row.kind === 'person' ? t('customers:self') : text
}
