import { ActionIcon, Button, Checkbox, Popover, TextInput, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '#contract/fields.ts'
import { fieldLabel } from '../lib/layout.ts'
import { matchesText } from '../lib/match-text.ts'
import { type Column, fixedColumns, moved, pinned, toggled } from './columns.ts'
import classes from './column-chooser.module.css'

interface ColumnChooserProps {
  readonly listed: readonly Field[]
  readonly columns: readonly Column[]
  readonly isUsual: boolean
  readonly onChoose: (columns: readonly Column[] | null) => void
}

/** Which columns the list shows, in their order and which of them stay, and below them those it could show. */
export function ColumnChooser({ listed, columns, isUsual, onChoose }: ColumnChooserProps) {
  const { t } = useTranslation('customers')
  const [wanted, setWanted] = useState('')
  const fits = (field: Field) => !fixedColumns.includes(field.key) && matchesText(fieldLabel(field), wanted)
  const shown = columns.flatMap((column) => {
    const field = listed.find(({ key }) => key === column.field)
    return field && fits(field) ? [{ column, field }] : []
  })
  const others = listed.filter(
    (field) => !field.retired && fits(field) && !columns.some((column) => column.field === field.key),
  )

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
          {shown.map(({ column, field }) => (
            <div key={field.key} className={classes.shown}>
              <Checkbox
                label={fieldLabel(field)}
                checked
                onChange={() => onChoose(toggled(columns, field.key, listed))}
              />
              <ColumnPlace column={column} columns={columns} name={fieldLabel(field)} onChoose={onChoose} />
            </div>
          ))}
          {others.map((field) => (
            <Checkbox
              key={field.key}
              label={fieldLabel(field)}
              checked={false}
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

interface ColumnPlaceProps {
  readonly column: Column
  readonly columns: readonly Column[]
  readonly name: string
  readonly onChoose: (columns: readonly Column[]) => void
}

function ColumnPlace({ column: { field, pinned: isPinned }, columns, name, onChoose }: ColumnPlaceProps) {
  const { t } = useTranslation('customers')
  const up = moved(columns, field, -1)
  const down = moved(columns, field, 1)
  const pin = t(isPinned ? 'columns.unpin' : 'columns.pin', { name })
  return (
    <>
      <ActionIcon
        size={24}
        aria-label={t('columns.up', { name })}
        disabled={up === columns}
        onClick={() => onChoose(up)}
      >
        <IconArrowUp size={14} stroke={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={24}
        aria-label={t('columns.down', { name })}
        disabled={down === columns}
        onClick={() => onChoose(down)}
      >
        <IconArrowDown size={14} stroke={1.6} aria-hidden />
      </ActionIcon>
      <Tooltip label={pin}>
        <ActionIcon size={24} aria-label={pin} aria-pressed={isPinned} onClick={() => onChoose(pinned(columns, field))}>
          {isPinned ? <IconPinFilled size={14} aria-hidden /> : <IconPin size={14} stroke={1.6} aria-hidden />}
        </ActionIcon>
      </Tooltip>
    </>
  )
}
