import type { CustomerId, Written } from '#contract/common.ts'
import type { RecordCounts, ValueSource } from '#contract/duplicates.ts'
import type { Field, FieldValues } from '#contract/fields.ts'
import { CustomerKind } from '#contract/customers.ts'
import type { CustomerTableRow } from '../customers/customer-row.ts'
import { fieldValuesJson } from '../customers/field-values.ts'
import { among } from '../db/among.ts'
import { fieldsByKey } from '../fields/field-queries.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { write } from '../operations/write.ts'
import { mergedValues } from './choose-values.ts'
import { moveLinks, moveParts } from './move-parts.ts'
import { moveRecords, pointTo } from './move-records.ts'
import { type RowSide, sidesOf } from './sides.ts'

export interface Merge {
  readonly survivor: CustomerId
  readonly others: readonly CustomerId[]
  /** Whose value a field gets, by its key. */
  readonly values: Readonly<Record<string, ValueSource>>
}

const longestText = 100_000

/**
 * Makes several cards one: everything of the others goes to the survivor, then they go. One operation, so one undo
 * brings all of it back.
 */
export async function mergeCustomers(
  context: Context,
  { survivor, others, values }: Merge,
): Promise<Written & { moved: RecordCounts }> {
  return write(context, { kind: 'mergeCustomers' }, async (writing) => {
    const { db, describe } = writing
    const sides = await sidesOf(db, [survivor, ...others])
    const fields = await fieldsByKey(db, 'customer')
    const merged = mergedValues([...fields.values()], sides, values)

    const moved = await moveRecords(db, survivor, others)
    await moveParts(db, survivor, others)
    await moveLinks(db, survivor, others)
    for (const field of fields.values()) if (field.type === 'customer') await pointTo(db, field.key, survivor, others)
    await db.deleteFrom('customers').where('id', 'in', among<CustomerId>(others)).execute()

    const row = mergedRow(merged, fields, sides)
    await db.updateTable('customers').set(row).where('id', '=', survivor).execute()
    await describe({ name: row.name, count: sides.length, customerId: survivor })
    return { moved }
  })
}

type MergedRow = Pick<
  CustomerTableRow,
  | 'name'
  | 'short_name'
  | 'reading'
  | 'kind'
  | 'field_values'
  | 'created_by'
  | 'created_on'
  | 'created_at'
  | 'confirmed_at'
>

function mergedRow(values: FieldValues, fields: ReadonlyMap<string, Field>, sides: readonly RowSide[]): MergedRow {
  const text = (key: string) => String(values[key] ?? '')
  const rows = sides.map(({ row }) => row)
  const [earliest = fail('RULE_BROKEN', { rule: 'mergeWithItself' })] = rows.toSorted(
    (a, b) => a.created_on.localeCompare(b.created_on) || a.created_at - b.created_at,
  )
  const confirmed = rows.flatMap(({ confirmed_at: at }) => (at === null ? [] : [at]))
  return {
    name: text('name'),
    short_name: text('shortName'),
    reading: text('reading'),
    kind: CustomerKind.parse(values['kind']),
    field_values: fieldValuesJson(stored(values, fields, new Set(sides.map(({ id }) => id))), fields),
    created_by: earliest.created_by,
    created_on: earliest.created_on,
    created_at: earliest.created_at,
    confirmed_at: confirmed.toSorted((a, b) => b - a)[0] ?? null,
  }
}

/** Without what would point from the card to itself, and without texts that grew too long together. */
function stored(values: FieldValues, fields: ReadonlyMap<string, Field>, own: ReadonlySet<number>): FieldValues {
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => {
      if (typeof value === 'string' && value.length > longestText) fail('BAD_VALUE', { field: key, problem: 'tooLong' })
      return fields.get(key)?.type !== 'customer' || typeof value !== 'number' || !own.has(value)
    }),
  )
}
