import { t } from 'i18next'
import type { Field, FieldValue } from '#contract/fields.ts'
import { formatPartialDate } from './format-partial-date.ts'
import { formatPhone } from './format-phone.ts'
import { formatMoney, formatNumber } from './format.ts'
import { choiceLabel } from './layout.ts'

/** A value in the words of the page; empty for an empty one. A customer is not text but a link: its id comes back. */
export function fieldValueText(field: Pick<Field, 'type' | 'choices'>, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((item) => textOf(field, item)).join(t('common:comma'))
  return textOf(field, value)
}

function textOf(field: Pick<Field, 'type' | 'choices'>, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? t('common:yes') : t('common:no')
  if (typeof value === 'number') return field.type === 'money' ? formatMoney(value) : formatNumber(value)
  switch (field.type) {
    case 'choice':
    case 'choices':
      return choiceLabel(field, value)
    case 'partialDate':
      return formatPartialDate(value)
    case 'phone':
      return formatPhone(value)
    default:
      return value
  }
}
