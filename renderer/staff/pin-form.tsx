import { Button, TextInput } from '@mantine/core'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import classes from './staff.module.css'

interface PinFormProps {
  readonly label: string
  readonly hint?: string
  readonly error: string | null
  readonly submitLabel: string
  readonly isBusy: boolean
  readonly onSubmit: (pin: string) => void
  /** Beside the button. */
  readonly children?: ReactNode
}

/** Takes a PIN, unseen. */
export function PinForm({ label, hint, error, submitLabel, isBusy, onSubmit, children }: PinFormProps) {
  const [pin, setPin] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isBusy && pin !== '') onSubmit(pin)
  }
  return (
    <form className={classes.pin} onSubmit={submit}>
      <TextInput
        label={label}
        description={hint}
        error={error ?? undefined}
        type="password"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value.replaceAll(/\D/g, ''))}
        data-autofocus
      />
      <div className={classes.pinActions}>
        {children}
        <Button type="submit" variant="filled" loading={isBusy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}
