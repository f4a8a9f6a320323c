import { Button, TextInput } from '@mantine/core'
import { type KeyboardEvent, type SubmitEvent, useId } from 'react'
import { cleaned } from '../lib/clean-notice.ts'
import { isComposing } from '../lib/keys.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import classes from './today.module.css'

interface OneLineFormProps {
  readonly label: string
  readonly placeholder: string
  readonly submitLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSubmit: () => void
  readonly onCancel: () => void
  /** What was understood, or what is wrong with it. */
  readonly hint: string | null
  readonly isWrong?: boolean
  readonly isSaving: boolean
  readonly maxLength: number
}

/** A question under a row that one line answers: Enter saves, Esc leaves. */
export function OneLineForm(props: OneLineFormProps) {
  const {
    label,
    placeholder,
    submitLabel,
    value,
    onChange,
    onSubmit,
    onCancel,
    hint,
    isWrong = false,
    isSaving,
  } = props
  const hintId = useId()

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isSaving) onSubmit()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return
    event.preventDefault()
    onCancel()
  }

  return (
    <form className={classes.oneLine} onSubmit={submit} onKeyDown={press}>
      <TextInput
        ref={focusOnce}
        className={classes.oneLineText}
        aria-label={label}
        aria-describedby={hintId}
        placeholder={placeholder}
        value={value}
        maxLength={props.maxLength}
        autoComplete="off"
        error={isWrong}
        onChange={(event) => onChange(cleaned(event.currentTarget.value))}
      />
      <Button type="submit" variant="filled" loading={isSaving} rightSection={<KeyCap>{'Enter'}</KeyCap>}>
        {submitLabel}
      </Button>
      <span className={classes.panelHint} id={hintId} data-tone={isWrong ? 'danger' : undefined} role="status">
        {hint}
      </span>
    </form>
  )
}

function focusOnce(element: HTMLInputElement | null): void {
  element?.focus()
}
