import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { choiceLabel, fieldLabel } from '../lib/layout.ts'
import { useWrite } from '../lib/use-write.ts'
import { Reorder } from '../ui/reorder.tsx'
import { beforeWhich } from '../ui/reorder-steps.ts'
import { ChoiceRow } from './choice-row.tsx'
import { bothLabels, hasFixedChoices } from './field-facts.ts'
import classes from './choices.module.css'

/** The choices of a field, in order, with how many records hold each. */
export function ChoiceList({ field }: { readonly field: Field }) {
  const { t } = useTranslation('fields')
  const { data: usage } = useQuery(api.fields.usage.queryOptions({ input: { id: field.id } }))
  const move = useWrite(api.fields.moveChoice.mutationOptions())
  const keys = field.choices.map(({ key }) => key)
  const label = (key: string) => choiceLabel(field, key)

  return (
    <section className={classes.choices} aria-label={t('choicesOf', { name: fieldLabel(field) })}>
      <Reorder
        placesFor={() => keys}
        label={label}
        onMove={(key, over, edge) =>
          move.write({ field: field.id, key, before: beforeWhich(keys, over, edge) }, t('moved', { name: label(key) }))
        }
      >
        <ul className={classes.list}>
          {field.choices.map((choice) => (
            <ChoiceRow
              key={choice.key}
              field={field}
              choice={choice}
              uses={usage && (usage.choices[choice.key] ?? 0)}
            />
          ))}
        </ul>
      </Reorder>
      {!hasFixedChoices(field) && <NewChoice field={field} />}
    </section>
  )
}

function NewChoice({ field }: { readonly field: Field }) {
  const { t } = useTranslation(['fields', 'common'])
  const [name, setName] = useState('')
  const add = useWrite(api.fields.addChoice.mutationOptions())
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = name.trim()
    if (typed === '' || add.isPending) return
    add.write({ field: field.id, ...bothLabels(typed, '') }, t('choiceAdded', { name: typed }), () => setName(''))
  }
  return (
    <form className={classes.new} onSubmit={submit}>
      <TextInput
        aria-label={t('newChoice')}
        placeholder={t('newChoice')}
        size="row"
        maxLength={60}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />} loading={add.isPending}>
        {t('common:add')}
      </Button>
    </form>
  )
}
