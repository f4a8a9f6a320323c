import { Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '#contract/fields.ts'
import { fieldLabel } from '../lib/layout.ts'
import { matchesText } from '../lib/match-text.ts'
import { type Column, fixedColumns, toggled } from './columns.ts'
import classes from './column-chooser.module.css'

interface ColumnChooserProps {
  readonly listed: readonly Field[]
  readonly columns: readonly Column[]
  readonly isUsual: boolean
  readonly onChoose: (columns: readonly Column[] | null) => void
}

export function ColumnChooser({ listed, columns, isUsual, onChoose }: ColumnChooserProps) {
  const { t } = useTranslation('customers')
  const [wanted, setWanted] = useState('')
  const free = listed.filter((field) => !fixedColumns.includes(field.key) && matchesText(fieldLabel(field), wanted))

  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md" onClose={() => setWanted('')}>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={15} stroke={1.6} aria-hidden />}>{t('columns.title')}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columns.title')} className={classes.chooser}>
        <TextInput
          aria-label={t('columns.find')}
          placeholder={t('columns.find')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          data-autofocus
        />
        <div className={classes.fields}>
          {free.map((field) => (
            <Checkbox
              key={field.key}
              label={fieldLabel(field)}
              checked={columns.some(({ key }) => key === field.key)}
              onChange={() => onChoose(toggled(columns, field.key, listed))}
            />
          ))}
        </div>
        <Button disabled={isUsual} onClick={() => onChoose(null)}>
          {t('columns.usual')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
