import { ActionIcon, Button, Checkbox, Popover, TextInput, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
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
  const rows = useRef<HTMLDivElement>(null)
  const fits = (field: Field) => !fixedColumns.includes(field.key) && matchesText(fieldLabel(field), wanted)
  const shown = columns.flatMap((column) => listed.find(({ key }) => key === column.field) ?? [])
  const others = listed.filter((field) => !field.retired && !shown.includes(field))

  // A row that gets another place takes the focus with it, which it would lose on the way.
  const choose = (key: string, control: string, next: readonly Column[]) => {
    flushSync(() => onChoose(next))
    const row = rows.current?.querySelector(`[data-column="${CSS.escape(key)}"]`)
    const same = row?.querySelector<HTMLElement>(`[data-control="${control}"]:enabled`)
    ;(same ?? row?.querySelector<HTMLElement>('input'))?.focus()
  }

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
        <div ref={rows} className={classes.fields}>
          {[...shown, ...others].filter(fits).map((field) => (
            <div key={field.key} className={classes.field} data-column={field.key}>
              <Checkbox
                label={fieldLabel(field)}
                data-control="shown"
                checked={shown.includes(field)}
                onChange={() => choose(field.key, 'shown', toggled(columns, field.key, listed))}
              />
              {shown.includes(field) && (
                <ColumnPlace
                  field={field}
                  columns={columns}
                  onChoose={(control, next) => choose(field.key, control, next)}
                />
              )}
            </div>
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
  readonly field: Field
  readonly columns: readonly Column[]
  readonly onChoose: (control: string, columns: readonly Column[]) => void
}

function ColumnPlace({ field, columns, onChoose }: ColumnPlaceProps) {
  const { t } = useTranslation('customers')
  const { key } = field
  const name = fieldLabel(field)
  const isPinned = columns.some((column) => column.field === key && column.pinned)
  const up = moved(columns, key, -1)
  const down = moved(columns, key, 1)
  return (
    <>
      <Control name="up" label={t('columns.up', { name })} disabled={up === columns} onClick={() => onChoose('up', up)}>
        <IconArrowUp size={14} stroke={1.6} aria-hidden />
      </Control>
      <Control
        name="down"
        label={t('columns.down', { name })}
        disabled={down === columns}
        onClick={() => onChoose('down', down)}
      >
        <IconArrowDown size={14} stroke={1.6} aria-hidden />
      </Control>
      <Control
        name="pin"
        label={t(isPinned ? 'columns.unpin' : 'columns.pin', { name })}
        pressed={isPinned}
        onClick={() => onChoose('pin', pinned(columns, key))}
      >
        {isPinned ? <IconPinFilled size={14} aria-hidden /> : <IconPin size={14} stroke={1.6} aria-hidden />}
      </Control>
    </>
  )
}

interface ControlProps {
  readonly name: string
  readonly label: string
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Control({ name, label, disabled = false, pressed, onClick, children }: ControlProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={24}
        data-control={name}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
