import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, FilterOperator } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { choiceLabel, type ChoiceOption, choiceOptions, fieldLabel } from '../lib/layout.ts'
import { ChoiceInput } from '../ui/choice-input.tsx'
import { FieldInput } from '../ui/field-input.tsx'
import { monthWords } from './filter-words.tsx'
import { carriedValue, firstValue, isComplete, operatorsOf, valueKindOf } from './filter-rules.ts'
import classes from './filter-editor.module.css'

interface FilterEditorProps {
  readonly fields: readonly Field[]
  /** Null: a new condition. */
  readonly filter: Filter | null
  readonly onApply: (filter: Filter) => void
}

export function FilterEditor({ fields, filter, onApply }: FilterEditorProps) {
  const { t } = useTranslation('customers')
  const [draft, setDraft] = useState(filter)
  const field = fields.find(({ key }) => key === draft?.field)
  const canApply = draft !== null && field !== undefined && isComplete(field, draft)

  const chooseField = (key: string | null) => {
    const chosen = fields.find((each) => each.key === key)
    const [usual] = chosen ? operatorsOf(chosen) : []
    setDraft(chosen && usual ? { field: chosen.key, operator: usual, value: firstValue(chosen, usual) } : null)
  }

  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        if (canApply) onApply(draft)
      }}
    >
      <ChoiceInput
        label={t('filter.field')}
        options={fields.map((each) => ({ key: each.key, label: fieldLabel(each) }))}
        value={draft?.field ?? null}
        onChange={chooseField}
        autoFocus={filter === null}
      />
      {field && draft && (
        <>
          <OperatorInput
            field={field}
            operator={draft.operator}
            onChange={(operator) =>
              setDraft({ ...draft, operator, value: carriedValue(field, draft.operator, operator, draft.value) })
            }
          />
          <FilterValueInput field={field} draft={draft} onChange={(value) => setDraft({ ...draft, value })} />
        </>
      )}
      <Button type="submit" variant="filled" disabled={!canApply}>
        {t('filter.apply')}
      </Button>
    </form>
  )
}

interface OperatorInputProps {
  readonly field: Field
  readonly operator: FilterOperator
  readonly onChange: (operator: FilterOperator) => void
}

function OperatorInput({ field, operator, onChange }: OperatorInputProps) {
  const { t } = useTranslation('customers')
  const operators = operatorsOf(field)
  if (operators.length < 2) return null
  return (
    <Select
      label={t('filter.operator')}
      allowDeselect={false}
      data={operators.map((each) => ({ value: each, label: t(`operatorName.${each}`) }))}
      value={operator}
      onChange={(next) => {
        const chosen = operators.find((each) => each === next)
        if (chosen) onChange(chosen)
      }}
      comboboxProps={{ withinPortal: false }}
    />
  )
}

interface FilterValueInputProps {
  readonly field: Field
  readonly draft: Filter
  readonly onChange: (value: FieldValue) => void
}

function FilterValueInput({ field, draft: { operator, value }, onChange }: FilterValueInputProps) {
  const { t } = useTranslation('customers')
  switch (valueKindOf(field, operator)) {
    case 'none':
      return null
    case 'days':
      return (
        <NumberInput
          label={t('filter.days')}
          min={0}
          max={36_500}
          allowDecimal={false}
          value={typeof value === 'number' ? value : ''}
          onChange={(days) => onChange(typeof days === 'number' ? days : null)}
        />
      )
    case 'month':
      return (
        <Select
          label={t('filter.month')}
          allowDeselect={false}
          data={Array.from({ length: 12 }, (_, months) => ({ value: String(months), label: monthWords(months) }))}
          value={typeof value === 'number' ? String(value) : null}
          onChange={(months) => months !== null && onChange(Number(months))}
          comboboxProps={{ withinPortal: false }}
        />
      )
    case 'choices':
      return (
        <Checkbox.Group
          label={t('filter.value')}
          value={Array.isArray(value) ? [...value] : typeof value === 'string' ? [value] : []}
          onChange={onChange}
        >
          <div className={classes.choices}>
            {pickable(field, value).map(({ key, label }) => (
              <Checkbox key={key} value={key} label={label} />
            ))}
          </div>
        </Checkbox.Group>
      )
    case 'text':
      return (
        <TextInput
          label={t('filter.value')}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'field':
      return <FieldInput field={field} value={value} onChange={onChange} label={t('filter.value')} />
  }
}

/** The choices one may pick now, and those that are picked already. */
function pickable(field: Field, value: FieldValue): readonly ChoiceOption[] {
  const now = choiceOptions(field)
  const picked = Array.isArray(value) ? value : []
  const gone = picked.filter((key) => !now.some((choice) => choice.key === key))
  return [...now, ...gone.map((key) => ({ key, label: choiceLabel(field, key) }))]
}
