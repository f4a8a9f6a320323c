import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type InputProps, kitProps } from './input-props.ts'
import classes from './parsed-input.module.css'

interface ParsedInputProps<Value> extends InputProps {
  readonly value: Value | null
  /** Told with every key; null with a text when the text is not clear (yet). */
  readonly onChange: (value: Value | null, text: string) => void
  readonly parse: (text: string) => Value | null
  readonly show: (value: Value) => string
  /** What was understood, in words, while typing. */
  readonly understood?: (value: Value) => string
  /** What to type instead. */
  readonly unclear: string | ((text: string) => string)
  readonly inputMode?: 'numeric' | 'decimal' | 'text'
}

/** A text that means a value: a date, a time, an amount. Shows what it understood, and when it did not. */
export function ParsedInput<Value>(props: ParsedInputProps<Value>) {
  const { value, onChange, parse, show, understood, unclear, inputMode = 'text', error } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [wasLeft, setWasLeft] = useState(false)
  const isUnclear = typed !== null && typed.trim() !== '' && parse(typed) === null
  const hint = typed !== null && value !== null && understood ? understood(value) : null

  const wordsFor = (text: string) => (typeof unclear === 'string' ? unclear : unclear(text))
  const type = (text: string) => {
    setTyped(text)
    setWasLeft(false)
    onChange(text.trim() === '' ? null : parse(text), text.trim())
  }
  const leave = () => {
    setWasLeft(true)
    if (!isUnclear) setTyped(null)
  }

  return (
    <TextInput
      {...kitProps(props)}
      error={error ?? (isUnclear && wasLeft ? wordsFor(typed) : undefined)}
      autoComplete="off"
      inputMode={inputMode}
      value={typed ?? (value === null ? '' : show(value))}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      rightSection={hint === null ? null : <span className={classes.hint}>{hint}</span>}
      rightSectionWidth={hint === null ? 8 : 116}
      rightSectionPointerEvents="none"
      rightSectionProps={{ 'aria-live': 'polite' }}
    />
  )
}
