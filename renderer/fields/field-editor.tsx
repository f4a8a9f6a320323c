import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Field, type FieldEdit, OwnFieldType } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { fieldLabel } from '../lib/layout.ts'
import { useWrite } from '../lib/use-write.ts'
import { ChoiceInput } from '../ui/choice-input.tsx'
import { ChoiceList } from './choice-list.tsx'
import { hasOwnChoices, isEssential, typesFor } from './field-facts.ts'
import classes from './fields.module.css'
import { RemoveField } from './remove-field.tsx'
import { SavedLabels } from './saved-labels.tsx'

interface FieldEditorProps {
  readonly field: Field
  readonly onGone: () => void
}

const flags = ['required', 'sensitive', 'printed', 'listed'] as const

/** Everything about a field; each change is saved as it is made. */
export function FieldEditor({ field, onGone }: FieldEditorProps) {
  const { t } = useTranslation('fields')
  const [isRemoving, setIsRemoving] = useState(false)
  const { data: usage } = useQuery(api.fields.usage.queryOptions({ input: { id: field.id } }))
  const edit = useWrite(api.fields.edit.mutationOptions())
  const remove = useWrite(api.fields.remove.mutationOptions())
  const name = fieldLabel(field)
  const types = typesFor(field)
  const save = (change: FieldEdit, message = t('saved', { name })) => edit.write({ id: field.id, change }, message)

  const removeNow = () => {
    setIsRemoving(false)
    remove.write({ id: field.id }, t('isRemoved', { name }), onGone)
  }
  const isUnused = usage?.values === 0 && usage.views === 0

  return (
    <div className={classes.details}>
      <SavedLabels labels={field} maxLength={60} onSave={(labels) => save(labels)} />
      {types.length > 1 && (
        <ChoiceInput
          label={t('fieldType')}
          options={types.map((type) => ({ key: type, label: t(`type.${type}`) }))}
          value={field.type}
          clearable={false}
          onChange={(type) => type !== field.type && save({ type: OwnFieldType.parse(type) })}
        />
      )}
      <p className={classes.hint}>
        {t('typeIs', { type: t(`type.${field.type}`), text: t(`typeText.${field.type}`) })}
      </p>
      <div className={classes.flags}>
        {flags.map((flag) => (
          <Checkbox
            key={flag}
            label={t(`flag.${flag}`)}
            checked={field[flag]}
            disabled={flag === 'required' && (isEssential(field) || field.readOnly || field.hidden || field.retired)}
            onChange={() => save({ [flag]: !field[flag] })}
          />
        ))}
      </div>
      {field.sensitive && <p className={classes.hint}>{t('sensitiveText')}</p>}
      {hasOwnChoices(field) && <ChoiceList field={field} />}
      {!isEssential(field) && (
        <div className={classes.ends}>
          {!field.readOnly && (
            <Button
              onClick={() => save({ retired: !field.retired }, t(field.retired ? 'isInUse' : 'isRetired', { name }))}
            >
              {t(field.retired ? 'useAgain' : 'retire')}
            </Button>
          )}
          {field.storage === 'value' && (
            <Button color="red" variant="outline" onClick={() => (isUnused ? removeNow() : setIsRemoving(true))}>
              {t('remove')}
            </Button>
          )}
          <span className={classes.hint}>{t(field.retired ? 'retiredText' : 'retireText')}</span>
        </div>
      )}
      {isRemoving && usage && (
        <RemoveField name={name} usage={usage} onClose={() => setIsRemoving(false)} onConfirm={removeNow} />
      )}
    </div>
  )
}
