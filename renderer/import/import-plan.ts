import type { ColumnPlan, ImportColumn, ImportField, ImportTarget, MatchKey } from '#contract/imports.ts'

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

/** The file's name for the customer's sake: a card without a name cannot be made. */
export function hasName(columns: readonly ImportColumn[]): boolean {
  return columns.some(({ plan: { to } }) => to.kind === 'field' && to.field === 'name')
}

export function planWith(plan: ColumnPlan, to: ImportTarget): ColumnPlan {
  return { ...plan, to }
}
