import { Textarea, TextInput } from '@mantine/core'
import { cleaned } from '../lib/clean-notice.ts'

interface TextProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One line. */
export function ShortText({ label, value, onChange }: TextProps) {
  return (
    <TextInput
      label={label}
      value={value}
      maxLength={1000}
      autoComplete="off"
      onChange={(event) => onChange(cleaned(event.currentTarget.value))}
    />
  )
}

/** Several lines; the box grows with them. */
export function LongText({
  label,
  value,
  onChange,
  autoFocus = false,
  rows = 1,
  maxLength = 10_000,
}: TextProps & LongTextProps) {
  return (
    <Textarea
      label={label}
      size="xs"
      value={value}
      maxLength={maxLength}
      autosize
      minRows={rows}
      maxRows={12}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange(cleaned(event.currentTarget.value))}
    />
  )
}

interface LongTextProps {
  readonly autoFocus?: boolean
  readonly rows?: number
  readonly maxLength?: number
}
