import type { ComboboxParsedItem } from '@mantine/core'

/** The options that fit; where none does, one that says so and cannot be picked: a list box must not be empty. */
export function orNothing(options: ComboboxParsedItem[], message: string): ComboboxParsedItem[] {
  return options.length > 0 ? options : [{ value: '', label: message, disabled: true }]
}
