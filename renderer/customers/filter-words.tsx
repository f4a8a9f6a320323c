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
  const { t } = useTranslation('customers')
  if (!field) return <>{filter.field}</>

  const kind = valueKindOf(field, filter.operator)
  return (
    <>
      {fieldLabel(field)}
      <span className={classes.operator}>
        {kind === 'days' && typeof filter.value === 'number'
          ? t(`days.${filter.operator === 'withinDays' ? 'withinDays' : 'olderThanDays'}`, { count: filter.value })
          : t(`operator.${filter.operator}`)}
      </span>
      {kind !== 'none' && kind !== 'days' && <FilterValue field={field} value={filter.value} />}
    </>
  )
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
