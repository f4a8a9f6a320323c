import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './filter-editor.module.css'

interface ViewNameProps {
  readonly name: string
  readonly onSave: (name: string) => void
}

export function ViewName({ name, onSave }: ViewNameProps) {
  const { t } = useTranslation('views')
  const [typed, setTyped] = useState(name)
  const isNamed = typed.trim() !== ''
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        if (isNamed) onSave(typed.trim())
      }}
    >
      <TextInput
        label={t('name')}
        value={typed}
        maxLength={60}
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={!isNamed}>
        {t('save')}
      </Button>
    </form>
  )
}
