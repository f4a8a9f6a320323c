/** What every input here takes. Without a label to see, `name` says what it is. */
export interface InputProps {
  readonly label?: string | undefined
  readonly name?: string | undefined
  readonly error?: string | null | undefined
  readonly placeholder?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly size?: 'xs' | 'row' | undefined
}

/** The same in the words of the UI kit. */
export function kitProps({ label, name, error, autoFocus, required, disabled, size = 'xs', placeholder }: InputProps) {
  return {
    size,
    error: error ?? undefined,
    required: required ?? false,
    disabled: disabled ?? false,
    withAsterisk: required ?? false,
    ...(label === undefined ? { 'aria-label': name } : { label }),
    ...(placeholder !== undefined && { placeholder }),
    ...(autoFocus && { autoFocus: true, 'data-autofocus': true }),
  }
}
