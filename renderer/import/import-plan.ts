import type { ColumnPlan, ImportColumn, ImportField, ImportTarget, Inspection, MatchKey } from '#contract/imports.ts'

export interface NextSheet {
  readonly index: number
  readonly name: string
}

/** A place for a column as one word, for lists to choose from. */
export function targetKey(target: ImportTarget): string {
  return target.kind === 'field' ? fieldKey(target) : target.kind
}

export function fieldKey({ owner, field, part }: ImportField): string {
  return [owner, field, part ?? ''].join('.')
}

/** The letter of a column, as a spreadsheet names it: A … Z, AA … */
export function columnLetter(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}

export interface ColumnCounts {
  readonly matched: number
  readonly created: number
  readonly skipped: number
}

export function countColumns(columns: readonly ImportColumn[]): ColumnCounts {
  const of = (kind: ImportTarget['kind']) => columns.filter(({ plan }) => plan.to.kind === kind).length
  return { matched: of('field'), created: of('newField'), skipped: of('skip') }
}

/** The columns that go to a place where another one goes already, which only phones and notes bear. */
export function clashingColumns(columns: readonly ImportColumn[]): ReadonlySet<number> {
  const seen = new Set<string>()
  const clashing = columns.filter(({ plan: { to } }) => {
    if (to.kind !== 'field' || to.field === 'phones' || to.field === 'notes') return false
    const key = fieldKey(to)
    const isTaken = seen.has(key)
    seen.add(key)
    return isTaken
  })
  return new Set(clashing.map(({ index }) => index))
}

const neededFor: Record<Exclude<MatchKey, 'none'>, readonly string[]> = {
  number: ['number'],
  phone: ['phones'],
  wechat: ['wechat'],
  name: ['name'],
  nameAndPhone: ['name', 'phones'],
}

/** By what the file can find customers that are here already: only by columns that are imported. */
export function possibleMatchKeys(columns: readonly ImportColumn[]): MatchKey[] {
  const fields = new Set(columns.flatMap(({ plan }) => (plan.to.kind === 'field' ? [plan.to.field] : [])))
  const keys = Object.entries(neededFor).filter(([, needed]) => needed.every((field) => fields.has(field)))
  return ['none', ...keys.map(([key]) => key as MatchKey)]
}

/** The sheet that comes after the one at hand, for a workbook that is brought in sheet by sheet. */
export function nextSheet({ sheets, source }: Pick<Inspection, 'sheets' | 'source'>): NextSheet | null {
  const from = source.sheet ?? 0
  const index = sheets.findIndex(({ isHidden }, at) => at > from && !isHidden)
  const found = sheets[index]
  return found ? { index, name: found.name } : null
}

/** Without a name no card can be made, and without a number none be found. */
export function hasName(columns: readonly ImportColumn[]): boolean {
  return columns.some(({ plan: { to } }) => to.kind === 'field' && (to.field === 'name' || to.field === 'number'))
}

export function planWith(plan: ColumnPlan, to: ImportTarget): ColumnPlan {
  return { ...plan, to }
}

const statusOf = { field: 'matched', newField: 'new', skip: 'skipped' } as const

/** A column that has just been sent elsewhere, before anything is known about how it does there. */
export function asSent(column: ImportColumn, plan: ColumnPlan): ImportColumn {
  return { ...column, plan, status: statusOf[plan.to.kind], remarks: [] }
}
