import { type ComboboxParsedItem, MultiSelect, Select } from '@mantine/core'
import { type KeyboardEvent, useEffect, useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '../lib/keys.ts'
import type { ChoiceOption } from '../lib/layout.ts'
import { matchesText } from '../lib/match-text.ts'
import classes from './choice-input.module.css'
import { type InputProps, kitProps } from './input-props.ts'
import { orNothing } from './or-nothing.ts'

interface ChoiceInputProps extends InputProps {
  readonly options: readonly ChoiceOption[]
  readonly value: string | null
  readonly onChange: (key: string | null) => void
  /** Whether it may be left empty. */
  readonly clearable?: boolean
}

/** One of a list, found by typing a part of it or its pinyin. */
export function ChoiceInput({ options, value, onChange, clearable = true, ...props }: ChoiceInputProps) {
  const { t } = useTranslation()
  const opening = useDrawnAfterOpening()
  return (
    <Select
      {...opening}
      {...kitProps(props)}
      data={options.map(({ key, label }) => ({ value: key, label }))}
      value={value}
      onChange={onChange}
      onKeyDownCapture={(event) => pickTyped(event, options.find(({ key }) => key === value)?.label ?? '')}
      searchable
      selectFirstOptionOnChange
      comboboxProps={comboboxProps}
      withScrollArea={false}
      classNames={{ options: classes.options }}
      allowDeselect={false}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('field.clear') }}
      filter={({ options, search }) => orNothing(meant(options, search), t('noMatch'))}
    />
  )
}

interface ChoicesInputProps extends InputProps {
  readonly options: readonly ChoiceOption[]
  readonly value: readonly string[]
  readonly onChange: (keys: string[]) => void
}

/** Several of a list. */
export function ChoicesInput({ options, value, onChange, ...props }: ChoicesInputProps) {
  const { t } = useTranslation()
  const opening = useDrawnAfterOpening()
  return (
    <MultiSelect
      {...opening}
      {...kitProps(props)}
      data={options.map(({ key, label }) => ({ value: key, label }))}
      value={[...value]}
      onChange={onChange}
      searchable
      selectFirstOptionOnChange
      comboboxProps={comboboxProps}
      withScrollArea={false}
      classNames={{ options: classes.options }}
      hidePickedOptions
      filter={({ options, search }) => orNothing(meant(options, search), t('noMatch'))}
    />
  )
}

/**
 * Enter takes the option that is marked, or the first. The kit does the same, but forgets it when the list opened only
 * as the first letter was typed, and people type faster than lists open.
 */
function pickTyped(event: KeyboardEvent<HTMLInputElement>, chosen: string): void {
  const { value } = event.currentTarget
  if (event.key !== 'Enter' || isComposing(event) || value.trim() === '' || value === chosen) return
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '')
  const option =
    list?.querySelector<HTMLElement>('[data-combobox-selected]') ??
    list?.querySelector<HTMLElement>('[data-combobox-option]:not([data-combobox-disabled])')
  if (!option) return
  event.preventDefault()
  event.stopPropagation()
  option.click()
}

/** The kit knows its list only after drawing it: the box is drawn once more, to say to a reader which list it controls. */
function useDrawnAfterOpening() {
  const [isOpen, setIsOpen] = useState(false)
  const [, draw] = useReducer((times: number) => times + 1, 0)

  useEffect(() => {
    if (!isOpen) return undefined
    const frame = requestAnimationFrame(draw)
    return () => cancelAnimationFrame(frame)
  }, [isOpen])
  return { onDropdownOpen: () => setIsOpen(true), onDropdownClose: () => setIsOpen(false) }
}

// A row of a table is not a size the list of options knows.
const comboboxProps = { size: 'xs', shadow: 'md' } as const

/** The options that are meant, those that begin with what was typed before those that sound like it. */
function meant(options: readonly ComboboxParsedItem[], search: string): ComboboxParsedItem[] {
  const begins = (option: ComboboxParsedItem) =>
    'label' in option && option.label.toLowerCase().startsWith(search.trim().toLowerCase())
  const found = options.filter((option) => 'label' in option && matchesText(option.label, search))
  return [...found.filter(begins), ...found.filter((option) => !begins(option))]
}
