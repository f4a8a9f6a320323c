import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, FieldValue } from '#contract/fields.ts'
import { fieldLabel } from '../lib/layout.ts'
import { ChoiceInput } from '../ui/choice-input.tsx'
import { FieldInput } from '../ui/field-input.tsx'
import classes from './filter-editor.module.css'
import { isEmptyValue } from './filter-rules.ts'

interface BulkFieldProps {
  readonly fields: readonly Field[]
  readonly onSave: (field: Field, value: FieldValue) => void
}

/** One field and the value that all ticked customers get. Tags are added, so there have to be some. */
export function BulkField({ fields, onSave }: BulkFieldProps) {
  const { t } = useTranslation('customers')
  const [only] = fields.length === 1 ? fields : []
  const [field, setField] = useState(only)
  const [value, setValue] = useState<FieldValue>(null)
  const mayBeEmpty = field !== undefined && field.type !== 'tags' && !field.required

  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        if (field && (mayBeEmpty || !isEmptyValue(value))) onSave(field, value)
      }}
    >
      {!only && (
        <ChoiceInput
          label={t('filter.field')}
          options={fields.map((each) => ({ key: each.key, label: fieldLabel(each) }))}
          value={field?.key ?? null}
          onChange={(key) => {
            setField(fields.find((each) => each.key === key))
            setValue(null)
          }}
          clearable={false}
          autoFocus
        />
      )}
      {field && (
        <FieldInput
          key={field.key}
          field={field}
          value={value}
          onChange={setValue}
          label={fieldLabel(field)}
          autoFocus={only !== undefined}
        />
      )}
      <Button type="submit" variant="filled" disabled={!field || (!mayBeEmpty && isEmptyValue(value))}>
        {t(mayBeEmpty && isEmptyValue(value) ? 'bulk.clear' : 'bulk.save')}
      </Button>
    </form>
  )
}
