import { t } from 'i18next'
import type { Day } from '#contract/common.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { formatDay, formatMoney, formatNumber } from './format.ts'
import { formatPartialDate } from './format-partial-date.ts'
import { formatPhone } from './format-phone.ts'
import { choiceLabel } from './layout.ts'

/** A value in words, as the card shows it; nothing for an empty one. */
export function valueText(field: Pick<Field, 'type' | 'choices'>, value: FieldValue): string {
  if (value === null || value === '') return ''
  switch (field.type) {
    case 'yesNo':
      return t(value === true ? 'common:yes' : 'common:no')
    case 'number':
      return typeof value === 'number' ? formatNumber(value) : String(value)
    case 'money':
      return typeof value === 'number' ? formatMoney(value) : String(value)
    case 'date':
      return formatDay(String(value) as Day)
    case 'partialDate':
      return formatPartialDate(String(value))
    case 'phone':
      return formatPhone(String(value))
    case 'choice':
      return choiceLabel(field, String(value))
    case 'choices':
      return words(value)
        .map((key) => choiceLabel(field, key))
        .join(t('common:comma'))
    case 'tags':
      return words(value).join(t('common:comma'))
    default:
      return String(value)
  }
}

function words(value: FieldValue): readonly string[] {
  return Array.isArray(value) ? value : [String(value)]
}
