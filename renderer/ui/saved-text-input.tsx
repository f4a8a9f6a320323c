import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { isComposing } from '../lib/keys.ts'
import { type InputProps, kitProps } from './input-props.ts'

interface SavedTextInputProps extends InputProps {
  readonly saved: string
  readonly maxLength: number
  readonly onSave: (text: string) => void
}

/** Saved when it is left or on Enter; Esc goes back to what was saved. A required one left empty stays as it was. */
export function SavedTextInput({ saved, maxLength, onSave, ...props }: SavedTextInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const finish = () => {
    const text = typed?.trim() ?? saved
    if (text !== saved && (text !== '' || props.required !== true)) onSave(text)
    setTyped(null)
  }
  return (
    <TextInput
      {...kitProps(props)}
      withAsterisk={false}
      autoComplete="off"
      maxLength={maxLength}
      value={typed ?? saved}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
