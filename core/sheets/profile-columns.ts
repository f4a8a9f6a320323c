import { looksDialable } from '#contract/phones.ts'
import { isBlank, textOf, type Cell, type Row } from './cell.ts'
import { isNoDate, readDateText, type DayOrder } from './date-text.ts'
import { isRoundedNumber, readNumberText, readYesNo } from './number-text.ts'

/** What stands in one column, counted: the ground for guessing its meaning and for warnings. */
export interface ColumnProfile {
  readonly filled: number
  /** The first different values, as shown. */
  readonly samples: readonly string[]
  readonly numbers: number
  readonly dates: number
  readonly lunarDates: number
  /** Dates without a year or a day. */
  readonly partialDates: number
  /** The order of day and month that the values prove, and how many could be read either way. */
  readonly dayOrder: DayOrder | 'mixed' | null
  readonly eitherOrder: number
  readonly phones: number
  readonly emails: number
  readonly links: number
  readonly yesNo: number
  /** Formula errors such as `#N/A`. */
  readonly errors: number
  /** Numbers whose digits were lost before the file was written, such as `1.38E+10`; and the rows of the first ones. */
  readonly rounded: number
  readonly roundedRows: readonly number[]
  readonly multiline: number
  readonly longest: number
  /** Every different value with its count, while they are few. */
  readonly values: readonly { readonly text: string; readonly count: number }[] | null
}

const SAMPLES = 5
const FEW_VALUES = 40

/** Counts as rows pass by; `profiles` may be asked at the end. */
export function profileColumns() {
  const columns: Tally[] = []
  return {
    add(row: Row): void {
      for (const [index, cell] of row.cells.entries()) {
        if (isBlank(cell)) continue
        const tally = (columns[index] ??= newTally())
        count(tally, cell, row.number)
      }
    },
    profiles: (width: number): ColumnProfile[] =>
      Array.from({ length: width }, (_, index) => profileOf(columns[index] ?? newTally())),
  }
}

function newTally() {
  return {
    filled: 0,
    samples: [] as string[],
    numbers: 0,
    dates: 0,
    lunarDates: 0,
    partialDates: 0,
    monthFirst: 0,
    dayFirst: 0,
    eitherOrder: 0,
    phones: 0,
    emails: 0,
    links: 0,
    yesNo: 0,
    errors: 0,
    rounded: 0,
    roundedRows: [] as number[],
    multiline: 0,
    longest: 0,
    values: new Map<string, number>(),
  }
}

type Tally = ReturnType<typeof newTally>

function count(tally: Tally, cell: Cell, row: number): void {
  const text = textOf(cell).trim()
  tally.filled++
  if (tally.samples.length < SAMPLES && !tally.samples.includes(text)) tally.samples.push(text)
  if (tally.values.size <= FEW_VALUES && text.length <= 60) tally.values.set(text, (tally.values.get(text) ?? 0) + 1)
  else if (text.length > 60) for (let i = tally.values.size; i <= FEW_VALUES; i++) tally.values.set(`\0${i}`, 0)
  tally.longest = Math.max(tally.longest, text.length)
  if (text.includes('\n')) tally.multiline++
  if (typeof cell !== 'string') return countTyped(tally, cell, text)

  if (isRoundedNumber(text)) {
    tally.rounded++
    if (tally.roundedRows.length < 20) tally.roundedRows.push(row)
  }
  // Most cells are names, words and notes; the dear questions are asked only of those that could be something else.
  if (text.length > 60) return
  if (text.length <= 4 && readYesNo(text) !== undefined) tally.yesNo++
  if (isNoDate(text)) tally.filled--
  if (couldBeDate.test(text)) countDate(tally, text)
  if (!couldBeReach.test(text)) return
  if (readNumberText(text) !== undefined) tally.numbers++
  countReach(tally, text)
}

const couldBeDate =
  /^['’]?[\d０-９]{1,4}\s?[-/.年月]|^(?:19|20)\d{6}$|^[A-Za-z]{3,9}[,. -]+\d|^lunar:|月|^-+\d\d|\d{4}年/
const couldBeReach = /^[\d０-９+\-(（.¥￥$€£]|@|^(?:https?:|www\.)/i

function countTyped(tally: Tally, cell: Exclude<Cell, string>, text: string): void {
  if (cell.kind === 'number') {
    tally.numbers++
    if (/^\d{7,13}$/.test(text)) tally.phones++
  } else if (cell.kind === 'date') tally.dates++
  else if (cell.kind === 'boolean') tally.yesNo++
  else tally.errors++
}

function countDate(tally: Tally, text: string): void {
  const date = readDateText(text)
  if (!date) return
  tally.dates++
  if (date.parts.calendar === 'lunar') tally.lunarDates++
  if (date.parts.year === null || date.parts.day === null) tally.partialDates++
  if (date.order === 'either') tally.eitherOrder++
  else if (date.order) tally[date.order]++
}

function countReach(tally: Tally, text: string): void {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) tally.emails++
  else if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) tally.links++
  else if (looksDialable(text) && text.replace(/\D/g, '').length >= 7) tally.phones++
}

function profileOf({ monthFirst, dayFirst, values, ...tally }: Tally): ColumnProfile {
  const dayOrder = monthFirst && dayFirst ? 'mixed' : monthFirst ? 'monthFirst' : dayFirst ? 'dayFirst' : null
  const isFew = values.size <= FEW_VALUES
  return {
    ...tally,
    filled: Math.max(tally.filled, 0),
    dayOrder,
    values: isFew ? [...values].map(([text, count]) => ({ text, count })).toSorted((a, b) => b.count - a.count) : null,
  }
}
