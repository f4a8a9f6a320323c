import { type ComboboxParsedItem, MultiSelect, Select } from '@mantine/core'
import { useEffect, useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
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
