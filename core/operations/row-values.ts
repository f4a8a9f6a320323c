import type { FieldValue } from '#contract/fields.ts'
import type { RecordChange } from '#contract/operations.ts'
import type { TrackedTable } from '../db/tracking.ts'

export type Row = Readonly<Record<string, string | number | null>>

/** A value, or the record it names. */
export type RowValue = FieldValue | Reference

export interface Reference {
  readonly table: TrackedTable
  readonly id: number
}

export const entityOfTable: Partial<Record<TrackedTable, RecordChange['entity']>> = {
  customers: 'customer',
  contacts: 'contact',
  phones: 'phone',
  addresses: 'address',
  customer_links: 'link',
  visits: 'visit',
  follow_ups: 'followUp',
  attachments: 'attachment',
}

/** The columns a person fills in; the others are the program's own. */
const columnsTold: Partial<Record<TrackedTable, string>> = {
  customers: 'name short_name reading kind number created_by created_on field_values',
  contacts:
    'name reading title role is_decision_maker is_primary wechat email birthday hometown preferred_channel relation notes',
  phones: 'label number',
  addresses: 'label area street postcode',
  customer_links: 'note',
  visits:
    'visited_at channel staff_id purpose situation result result_note mood decision_note preparation approach duration_minutes',
  follow_ups: 'contact_id kind title content place due_on due_time priority staff_id status outcome',
  attachments: 'name note',
}

const flags: ReadonlySet<string> = new Set(['is_decision_maker', 'is_primary'])
const references: Readonly<Record<string, TrackedTable>> = { staff_id: 'staff', contact_id: 'contacts' }

/** What a row holds, by the names of the contract; an empty value is null. */
export function valuesOfRow(table: TrackedTable, row: Row): ReadonlyMap<string, RowValue> {
  const values = new Map<string, RowValue>()
  for (const column of columnsTold[table]?.split(' ') ?? []) {
    const value = row[column] ?? null
    if (column === 'field_values') {
      for (const [key, one] of Object.entries(JSON.parse(String(value ?? '{}')) as Record<string, FieldValue>)) {
        values.set(key, one)
      }
    } else values.set(nameOfColumn(column), valueOf(column, value))
  }
  return values
}

/** What it is called, or the beginning of what it says. */
export function nameOfRow(row: Row): string {
  const address = [row['area'], row['street']].filter(Boolean).join(' ')
  const words = [row['name'], row['number'], address, row['situation'], row['title'], row['content'], row['due_on']]
  return String(words.find(Boolean) ?? '').slice(0, 80)
}

function valueOf(column: string, value: string | number | null): RowValue {
  if (value === null || value === '') return null
  if (flags.has(column)) return value === 1
  const table = references[column]
  return table ? { table, id: Number(value) } : value
}

function nameOfColumn(column: string): string {
  return column.replace(/_id$/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
