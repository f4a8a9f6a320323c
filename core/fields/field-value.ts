import { CustomerId, Day } from '#contract/common.ts'
import type { ValueProblem } from '#contract/errors.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { PartialDate } from '#contract/partial-date.ts'
import { cleanText } from '#contract/text.ts'
import { isRealDate } from '../lib/lunar.ts'

export type Checked = { readonly value: FieldValue } | { readonly problem: ValueProblem }

const longestLine = 1000
const longestProse = 100_000
const mostWords = 200

/**
 * A value as it is stored in a field, or why it does not fit. Whatever way a value comes in, it comes through here.
 *
 * Blank text and empty lists are null, so that "empty" has one form. Whether a customer it names exists is the caller's
 * to check.
 */
export function checkValue(field: Field, value: FieldValue): Checked {
  if (isBlank(value)) return field.required ? { problem: 'required' } : { value: null }
  switch (field.type) {
    case 'text':
    case 'phone':
      return checkText(value, longestLine, true)
    case 'longText':
      return checkText(value, longestProse, false)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
        ? { value: value === 0 ? 0 : value }
        : { problem: 'notANumber' }
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value)
        ? { value: value === 0 ? 0 : value }
        : { problem: 'notMoney' }
    case 'date':
      return typeof value === 'string' && Day.safeParse(value).success ? { value } : { problem: 'notADate' }
    case 'partialDate': {
      const date = PartialDate.safeParse(value)
      return date.success && isRealDate(date.data) ? { value: date.data } : { problem: 'notAPartialDate' }
    }
    case 'yesNo':
      return typeof value === 'boolean' ? { value } : { problem: 'notYesOrNo' }
    case 'choice':
      return field.choices.some(({ key }) => key === value) ? { value } : { problem: 'unknownChoice' }
    case 'choices':
      return checkWords(value, (word) => field.choices.some(({ key }) => key === word))
    case 'tags':
      return checkWords(value, (word) => word.length <= 60)
    case 'email':
      return checkPattern(value, /^[^\s@]+@[^\s@]+$/, 'notAnEmail')
    case 'link':
      return checkPattern(value, /^(?:https?:\/\/)?[^\s/:]+\.[^\s/:]+(?::\d+)?(?:[/?#]\S*)?$/i, 'notALink')
    case 'customer':
      return CustomerId.safeParse(value).success ? { value } : { problem: 'unknownCustomer' }
  }
}

function isBlank(value: FieldValue): boolean {
  if (typeof value === 'string') return cleanText(value).text.trim() === ''
  return value === null || (Array.isArray(value) && value.every((word) => isBlank(word)))
}

function checkText(value: FieldValue, longest: number, oneLine: boolean): Checked {
  if (typeof value !== 'string') return { problem: 'notText' }
  const { text } = cleanText(value)
  const kept = oneLine ? text.replace(/\s*\n\s*/g, ' ').trim() : text
  return kept.length <= longest ? { value: kept } : { problem: 'tooLong' }
}

function checkPattern(value: FieldValue, pattern: RegExp, problem: ValueProblem): Checked {
  const checked = checkText(value, longestLine, true)
  return 'value' in checked && !pattern.test(String(checked.value)) ? { problem } : checked
}

/** Words in the order given, each once. */
function checkWords(value: FieldValue, fits: (word: string) => boolean): Checked {
  if (!Array.isArray(value)) return { problem: 'notText' }
  const words = [...new Set(value.map((word) => cleanText(word).text.trim()).filter((word) => word !== ''))]
  if (words.length > mostWords) return { problem: 'tooLong' }
  return words.every(fits) ? { value: words } : { problem: 'unknownChoice' }
}
