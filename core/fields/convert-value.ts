import type { Field, FieldType, FieldValue } from '#contract/fields.ts'

/** What a value of a list field is called, and which choice a word stands for. */
export interface ChoiceWords {
  readonly labelOf: (key: string) => string
  readonly keyOf: (label: string) => string | undefined
}

const texts: readonly FieldType[] = ['text', 'longText', 'phone', 'email', 'link']

/**
 * The same value in a field of another type, where that is obvious: digits are a number, one choice is a list of one.
 * Undefined where it is not. Whether it fits in the end is `checkValue`'s to say.
 */
export function convertValue(
  value: FieldValue,
  from: FieldType,
  into: FieldType,
  words: ChoiceWords,
): FieldValue | undefined {
  if (from === into) return value
  if (from === 'choices' || from === 'tags') return fromList(value, from, into, words)
  const text = textOf(value, from, words)
  if (isText(into)) return text
  switch (into) {
    case 'number':
      return from === 'money' ? Number(value) / 100 : numberOf(text)
    case 'money':
      return minorUnits(numberOf(text))
    case 'date':
    case 'partialDate':
      return text
    case 'choice':
      return text === undefined ? undefined : words.keyOf(text)
    case 'choices': {
      if (from === 'choice') return [String(value)]
      const key = text === undefined ? undefined : words.keyOf(text)
      return key === undefined ? undefined : [key]
    }
    default:
      return undefined
  }
}

/** The labels that a list field has to have before this value can become one of its choices. */
export function wordOf(value: FieldValue, { type }: Pick<Field, 'type'>): string | undefined {
  return isText(type) || type === 'number' ? String(value) : undefined
}

function isText(type: FieldType): boolean {
  return texts.includes(type)
}

function fromList(value: FieldValue, from: FieldType, into: FieldType, words: ChoiceWords): FieldValue | undefined {
  if (!Array.isArray(value)) return undefined
  if (into === 'choice' && from === 'choices') return value.length === 1 ? value[0] : undefined
  const labels = value.map((word) => (from === 'choices' ? words.labelOf(word) : word))
  return isText(into) ? labels.join('、') : undefined
}

function textOf(value: FieldValue, from: FieldType, words: ChoiceWords): string | undefined {
  switch (from) {
    case 'choice':
      return words.labelOf(String(value))
    case 'number':
      return String(value)
    case 'money':
      return (Number(value) / 100).toFixed(2)
    case 'date':
      return String(value)
    case 'partialDate':
      // What is left open, or lunar, has no other form.
      return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? String(value) : undefined
    case 'yesNo':
    case 'customer':
      return undefined
    default:
      return String(value)
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined
}

function minorUnits(amount: number | undefined): number | undefined {
  if (amount === undefined) return undefined
  const units = Math.round(amount * 100)
  return units / 100 === amount ? units : undefined
}
