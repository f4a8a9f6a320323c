import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { isComposing } from '../lib/keys.ts'

interface SavedNumberInputProps {
  readonly name: string
  readonly saved: number
  readonly min: number
  readonly max: number
  readonly onSave: (value: number) => void
}

/** A whole number, saved when it is left or on Enter; Esc goes back to what was saved. */
export function SavedNumberInput({ name, saved, min, max, onSave }: SavedNumberInputProps) {
  const [typed, setTyped] = useState<string | number | null>(null)
  const finish = () => {
    const value = typed === null || typed === '' ? Number.NaN : Math.round(Number(typed))
    const kept = Math.min(Math.max(value, min), max)
    if (Number.isFinite(value) && kept !== saved) onSave(kept)
    setTyped(null)
  }
  return (
    <NumberInput
      aria-label={name}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      inputMode="numeric"
      value={typed ?? saved}
      onChange={setTyped}
      onBlur={finish}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
