import { Button, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../lib/api.ts'
import { useWrite } from '../lib/use-write.ts'
import { bothLabels } from './field-facts.ts'
import classes from './fields.module.css'

interface NewSectionProps {
  readonly onAdded: (key: string) => void
  readonly onClose: () => void
}

export function NewSection({ onAdded, onClose }: NewSectionProps) {
  const { t } = useTranslation(['fields', 'common'])
  const [name, setName] = useState('')
  const add = useWrite(api.fields.addSection.mutationOptions())
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (name.trim() === '' || add.isPending) return
    add.write(bothLabels(name, ''), t('sectionAdded', { name: name.trim() }), ({ key }) => {
      onAdded(key)
      onClose()
    })
  }
  return (
    <form className={classes.newSection} onSubmit={submit}>
      <TextInput
        autoFocus
        aria-label={t('sectionName')}
        placeholder={t('sectionName')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <Button type="submit" loading={add.isPending}>
        {t('common:add')}
      </Button>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
    </form>
  )
}
