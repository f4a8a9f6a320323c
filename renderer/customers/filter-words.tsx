import { t } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Filter } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { choiceLabel, fieldLabel } from '../lib/layout.ts'
import { FieldText } from '../ui/field-text.tsx'
import { valueKindOf } from './filter-rules.ts'
import classes from './filter-words.module.css'

interface FilterWordsProps {
  readonly filter: Filter
  readonly field: Field | undefined
}

/** A condition as one reads it: 等级 是 A、B. */
export function FilterWords({ filter, field }: FilterWordsProps) {
  useTranslation()
  if (!field) return <>{t('views:lost')}</>

  const kind = valueKindOf(field, filter.operator)
  return (
    <>
      {fieldLabel(field)}
      <span className={classes.operator}>{operatorWords(filter)}</span>
      {kind !== 'none' && kind !== 'days' && kind !== 'month' && <FilterValue field={field} value={filter.value} />}
    </>
  )
}

function operatorWords({ operator, value }: Filter): string {
  switch (operator) {
    case 'olderThanDays':
    case 'withinDays':
    case 'sinceDays':
      return t(`customers:days.${operator}`, { count: Number(value) })
    case 'inMonth':
      return t('customers:inMonth', { month: monthWords(Number(value)) })
    default:
      return t(`customers:operator.${operator}`)
  }
}

/** A month told from this one: 本月、下月 … */
export function monthWords(months: number): string {
  return months < 2
    ? t(months === 0 ? 'customers:thisMonth' : 'customers:nextMonth')
    : t('customers:monthsOn', { count: months })
}

function FilterValue({ field, value }: { readonly field: Field; readonly value: FieldValue }) {
  const { t } = useTranslation('common')
  if (Array.isArray(value)) return <>{value.map((each) => choiceLabel(field, each)).join(t('comma'))}</>
  if (typeof value === 'string' && field.choices.length > 0) return <>{choiceLabel(field, value)}</>
  return field.storage === 'part' || (typeof value === 'string' && field.type !== 'date') ? (
    <>{String(value)}</>
  ) : (
    <FieldText field={field} value={value} />
  )
}
