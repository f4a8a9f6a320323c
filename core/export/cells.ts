import type { Language } from '#contract/common.ts'
import type { Choice, Field, FieldValue } from '#contract/fields.ts'
import { PartialDate } from '#contract/partial-date.ts'
import type { OutputCell } from '../sheets/sheet-output.ts'
import { joinWords } from '../sheets/words-text.ts'
import { partialDateText } from './partial-date-text.ts'

/** How several words share a cell; the import parts them at the same mark. */
export const between: Record<Language, string> = { 'zh-CN': '、', en: ', ' }

/** A value as a typed cell: days as days, numbers as numbers, money in units with two decimals, the rest as text. */
export function cellOf(field: Field, value: FieldValue | undefined, language: Language): OutputCell {
  if (value === undefined || value === null) return null
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? { kind: 'number', value } : null
    case 'money':
      return typeof value === 'number' ? { kind: 'money', value: value / 100 } : null
    case 'date':
      return dayCell(value)
    case 'partialDate': {
      const date = PartialDate.safeParse(value)
      return date.success ? partialDateCell(date.data, language) : String(value)
    }
    case 'yesNo':
      return { kind: 'boolean', value: value === true }
    case 'choice':
      return choiceText(field.choices, value, language)
    case 'choices':
      return wordsText(value, language, (word) => choiceText(field.choices, word, language))
    case 'tags':
      return wordsText(value, language, (word) => word)
    default:
      return Array.isArray(value) ? wordsText(value, language, (word) => word) : String(value)
  }
}

export function dayCell(value: FieldValue): OutputCell {
  return typeof value === 'string' ? { kind: 'day', value } : null
}

export function partialDateCell(date: PartialDate, language: Language): OutputCell {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? { kind: 'day', value: date } : partialDateText(date, language)
}

/** The choice's label; a key that no list knows any more stays as it is. */
export function choiceText(choices: readonly Choice[], key: FieldValue, language: Language): string {
  const choice = choices.find((one) => one.key === key)
  if (!choice) return String(key)
  return language === 'en' ? choice.labelEn : choice.labelZh
}

function wordsText(value: FieldValue, language: Language, text: (word: string) => string): string {
  return Array.isArray(value) ? joinWords(value.map(text), between[language]) : String(value)
}
