import { type RawBuilder, sql } from 'kysely'
import type { Field } from '#contract/fields.ts'
import { fieldValue } from '../db/json.ts'

/** The rows that hold the values of a field. */
export interface FieldHome {
  readonly table: 'customers' | 'contacts' | 'visits' | 'follow_ups' | 'phones' | 'addresses' | 'customer_links'
  /** Null when the column is the JSON of `field_values`. */
  readonly column: string | null
  /** The value, null when it is empty. */
  readonly value: RawBuilder<unknown>
  /** Which of the rows: those of a customer itself, or those with a mark. */
  readonly where?: RawBuilder<boolean>
}

type Line = readonly [table: FieldHome['table'], column: string, where?: string]

const lines: Readonly<Record<string, Line>> = {
  'customer.name': ['customers', 'name'],
  'customer.shortName': ['customers', 'short_name'],
  'customer.reading': ['customers', 'reading'],
  'customer.kind': ['customers', 'kind'],
  'customer.number': ['customers', 'number'],
  'customer.createdBy': ['customers', 'created_by'],
  'customer.createdOn': ['customers', 'created_on'],
  'customer.lastContact': ['customers', 'last_contact_at'],
  'customer.nextContact': ['customers', 'next_contact_on'],
  'customer.completeness': ['customers', 'completeness'],
  'customer.confirmedOn': ['customers', 'confirmed_at'],
  'customer.phones': ['phones', 'number', 'contact_id IS NULL'],
  'customer.address': ['addresses', 'id'],
  'customer.affiliate': ['customer_links', 'id'],
  'customer.primaryContact': ['contacts', 'name', 'is_primary = 1'],
  'customer.decisionMakers': ['contacts', 'name', 'is_decision_maker = 1'],
  'contact.role': ['contacts', 'role'],
  'contact.preferredChannel': ['contacts', 'preferred_channel'],
  'visit.channel': ['visits', 'channel'],
  'visit.purpose': ['visits', 'purpose'],
  'visit.result': ['visits', 'result'],
  'followUp.followUpKind': ['follow_ups', 'kind'],
}

export function homeOf({ owner, key, storage }: Field): FieldHome {
  if (storage === 'value') return { table: 'customers', column: null, value: fieldValue(key) }
  const line = lines[`${owner}.${key}`]
  if (!line) throw new Error(`The field ${key} stands nowhere.`)
  const [table, column, where] = line
  return { table, column, value: sql`nullif(${sql.ref(column)}, '')`, ...(where && { where: sql.raw<boolean>(where) }) }
}
