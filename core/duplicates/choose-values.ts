import type { CustomerId, Instant } from '#contract/common.ts'
import type { Difference, ValueSource } from '#contract/duplicates.ts'
import type { Field, FieldType, FieldValue, FieldValues } from '#contract/fields.ts'

/** One of the cards that are to become one. */
export interface Side {
  readonly id: CustomerId
  readonly values: FieldValues
  /** When the field got the value it has. */
  writtenAt(field: string): Instant
}

/** Kept by the program or by a rule of the merge: the number stays, the earliest day of making counts. */
const notChosen: ReadonlySet<string> = new Set(['number'])

/** What stands for lists and texts that are put together. */
const holdsAll: ReadonlySet<FieldType> = new Set(['tags', 'choices', 'longText'])
const oneLine: ReadonlySet<FieldType> = new Set(['text', 'phone', 'email', 'link', 'partialDate'])

/** The fields in which cards say different things; the one to stay comes first. */
export function differencesOf(fields: readonly Field[], sides: readonly Side[]): Difference[] {
  return fields.filter(isChosen).flatMap((field) => {
    // Of another name the pinyin is another too; it goes where the name goes.
    if (field.key === 'reading' && !areSame(valuesOf(sides, 'name').map(({ value }) => value))) return []
    const own = valuesOf(sides, field.key)
    if (areSame(own.map(({ value }) => value))) return []
    return [{ field: field.key, suggested: suggestion(field, own), canHoldAll: holdsAll.has(field.type) }]
  })
}

/**
 * The values of the one card that stays, its own side first. Where cards differ, `sources` says whose value it gets, or
 * the suggestion does; where only one says anything, it gets that. Keys of no field at all go along.
 */
export function mergedValues(
  fields: readonly Field[],
  sides: readonly Side[],
  sources: Readonly<Record<string, ValueSource>>,
): FieldValues {
  const merged: FieldValues = Object.assign({}, ...sides.toReversed().map(({ values }) => values))
  const byKey = new Map(fields.map((field) => [field.key, field]))
  let named: ValueSource | undefined
  for (const { field, suggested, canHoldAll } of differencesOf(fields, sides)) {
    const asked = sources[field]
    const isPossible = asked === 'all' ? canHoldAll : sides.some(({ id }) => id === asked)
    const source = asked !== undefined && isPossible ? asked : suggested
    const type = byKey.get(field)?.type
    merged[field] = source === 'all' ? together(type, valuesOf(sides, field)) : valueOf(sides, source, field)
    if (field === 'name') named = source
  }
  if (named !== undefined && named !== 'all') merged['reading'] = valueOf(sides, named, 'reading')
  return merged
}

interface OwnValue {
  readonly value: FieldValue
  readonly side: Side
}

function isChosen({ key, storage, readOnly }: Field): boolean {
  return storage !== 'part' && !readOnly && !notChosen.has(key)
}

/** Those who say something. */
function valuesOf(sides: readonly Side[], key: string): OwnValue[] {
  return sides.flatMap((side) => {
    const value = side.values[key] ?? null
    return value === null || value === '' || (Array.isArray(value) && value.length === 0) ? [] : [{ value, side }]
  })
}

function valueOf(sides: readonly Side[], id: ValueSource, key: string): FieldValue {
  return sides.find((side) => side.id === id)?.values[key] ?? null
}

function areSame(values: readonly FieldValue[]): boolean {
  return new Set(values.map(plain)).size < 2
}

function suggestion(field: Field, own: readonly OwnValue[]): ValueSource {
  const fuller = fullest(field, own)
  if (fuller) return fuller.side.id
  if (holdsAll.has(field.type)) return 'all'
  const [first] = own.toSorted((a, b) => b.side.writtenAt(field.key) - a.side.writtenAt(field.key))
  return first?.side.id ?? 'all'
}

/** The one that says all that the others say, if there is one; of names the longest, as one writes a name in full once. */
function fullest({ key, type }: Field, own: readonly OwnValue[]): OwnValue | undefined {
  if (key === 'name') return own.toSorted((a, b) => plain(b.value).length - plain(a.value).length)[0]
  const holds = (value: FieldValue, part: FieldValue) =>
    Array.isArray(value) && Array.isArray(part)
      ? part.every((word) => value.includes(word))
      : (oneLine.has(type) || type === 'longText') && plain(value).includes(plain(part))
  return own.find(({ value }) => own.every((other) => holds(value, other.value)))
}

function together(type: FieldType | undefined, own: readonly OwnValue[]): FieldValue {
  if (type !== 'longText') return [...new Set(own.flatMap(({ value }) => (Array.isArray(value) ? value : [])))]
  const texts = own.map(({ value }) => String(value).trim())
  return texts.filter((text, index) => !isSaidElsewhere(text, index, texts)).join('\n\n')
}

/** A text that stands in another whole is not said twice; of two that are the same the first stays. */
function isSaidElsewhere(text: string, index: number, texts: readonly string[]): boolean {
  return texts.some(
    (other, place) => place !== index && other.includes(text) && (other.length > text.length || place < index),
  )
}

/** Width, capitals and blanks make no difference worth a question. */
function plain(value: FieldValue): string {
  return typeof value === 'string'
    ? value.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
    : JSON.stringify(Array.isArray(value) ? value.toSorted() : value)
}
