import type { Choice, Field, FieldValue } from '#contract/fields.ts'
import type { ValueProblem } from '#contract/errors.ts'
import { partialDateOf } from '#contract/partial-date.ts'
import { type Cell, isBlank, textOf } from './cell.ts'
import { type DayOrder, isNoDate, readDateText } from './date-text.ts'
import { readNumberText, readYesNo } from './number-text.ts'
import { splitWords } from './words-text.ts'

export type CellReading = { readonly value: FieldValue } | { readonly problem: ValueProblem | 'errorCell' }

export type ReadableField = Pick<Field, 'type' | 'choices'>

/** What a cell means in a field of this type. Whether the field takes it is for `checkValue` to say. */
export function readFieldCell(cell: Cell, field: ReadableField, dayOrder: DayOrder): CellReading {
  if (isNothing(cell)) return { value: null }
  if (typeof cell !== 'string' && cell.kind === 'error') return { problem: 'errorCell' }
  switch (field.type) {
    case 'number':
      return numberOf(cell) ?? { problem: 'notANumber' }
    case 'money':
      return minorUnits(cell) ?? { problem: 'notMoney' }
    case 'date':
      return dayOf(cell, dayOrder) ?? { problem: 'notADate' }
    case 'partialDate':
      return partialDate(cell, dayOrder) ?? { problem: 'notAPartialDate' }
    case 'yesNo':
      return yesNo(cell) ?? { problem: 'notYesOrNo' }
    case 'choice':
      return choiceOf(textOf(cell), field.choices) ?? { problem: 'unknownChoice' }
    case 'choices':
      return choicesOf(textOf(cell), field.choices)
    case 'tags':
      return { value: splitWords(textOf(cell)) }
    case 'longText':
      return { value: textOf(cell) }
    default:
      return { value: textOf(cell).trim() }
  }
}

/** Empty, or what databases write for it. */
export function isNothing(cell: Cell): boolean {
  return isBlank(cell) || (typeof cell === 'string' && /^(?:NULL|null|\\N|#N\/A)$/.test(cell.trim()))
}

function numberOf(cell: Cell): CellReading | undefined {
  const value = typeof cell !== 'string' && cell.kind === 'number' ? Number(cell.value) : readNumberText(textOf(cell))
  return value === undefined ? undefined : { value }
}

function minorUnits(cell: Cell): CellReading | undefined {
  const amount = numberOf(cell)
  if (!amount || !('value' in amount) || typeof amount.value !== 'number') return undefined
  return { value: Math.round(Number((amount.value * 100).toPrecision(15))) }
}

function dayOf(cell: Cell, dayOrder: DayOrder): CellReading | undefined {
  if (typeof cell !== 'string' && cell.kind === 'date') return { value: cell.value.slice(0, 10) }
  const text = textOf(cell)
  if (isNoDate(text)) return { value: null }
  const date = readDateText(text, dayOrder)
  if (!date || date.parts.calendar === 'lunar' || date.parts.year === null || date.parts.day === null) return undefined
  return { value: partialDateOf(date.parts) }
}

function partialDate(cell: Cell, dayOrder: DayOrder): CellReading | undefined {
  if (typeof cell !== 'string' && cell.kind === 'date') return { value: cell.value.slice(0, 10) }
  const text = textOf(cell)
  if (isNoDate(text)) return { value: null }
  if (/^[12]\d{3}$/.test(text.trim())) return { value: text.trim() }
  const date = readDateText(text, dayOrder)
  return date ? { value: partialDateOf(date.parts) } : undefined
}

/** The local minute of a day with or without a time; a day alone begins at 00:00. */
export function readMinuteCell(cell: Cell, dayOrder: DayOrder): CellReading {
  if (isNothing(cell)) return { value: null }
  if (typeof cell !== 'string' && cell.kind === 'date') {
    if (cell.value.length < 10) return { problem: 'notADate' }
    return { value: cell.value.length > 10 ? cell.value.slice(0, 16) : `${cell.value}T00:00` }
  }
  const text = textOf(cell)
  if (isNoDate(text)) return { value: null }
  const day = dayOf(cell, dayOrder)
  if (!day || !('value' in day)) return { problem: 'notADate' }
  return { value: `${String(day.value)}T${readDateText(text, dayOrder)?.time ?? '00:00'}` }
}

function yesNo(cell: Cell): CellReading | undefined {
  const value = typeof cell !== 'string' && cell.kind === 'boolean' ? cell.value : readYesNo(textOf(cell))
  return value === undefined ? undefined : { value }
}

function choiceOf(text: string, choices: readonly Choice[]): { value: string } | undefined {
  const key = choiceKey(text, choices)
  return key === undefined ? undefined : { value: key }
}

function choicesOf(text: string, choices: readonly Choice[]): CellReading {
  const keys = splitWords(text).map((word) => choiceKey(word, choices))
  return keys.every((key) => key !== undefined) ? { value: keys } : { problem: 'unknownChoice' }
}

/** The choice a text names: by key or label, by a word of its label, or with 类, 级, 型 or 客户 after it. */
function choiceKey(text: string, choices: readonly Choice[]): string | undefined {
  const exact = choices.find(({ key, labelZh, labelEn }) => [labelZh, labelEn, key].includes(text.trim()))
  if (exact) return exact.key
  const folded = fold(text)
  const bare = folded
    .replace(/^(?:grade|class|level|等级|级别)/, '')
    .replace(/(?:类|级|型|等|档|客户|顾客|会员|customer)+$/, '')
  for (const word of [folded, bare]) {
    if (word === '') continue
    const matching = choices.filter(({ key, labelZh, labelEn }) => {
      const names = [key, labelZh, labelEn, ...labelZh.split(/\s+/), ...labelEn.split(/\s+/).slice(0, 1)]
      return names.some((name) => fold(name) === word)
    })
    if (matching.length === 1) return matching[0]?.key
  }
  const near = choices.filter(({ labelZh }) => {
    const label = fold(labelZh)
    return label.length > 1 && folded.length > 1 && (folded.startsWith(label) || label.startsWith(folded))
  })
  return near.length === 1 ? near[0]?.key : undefined
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
}
