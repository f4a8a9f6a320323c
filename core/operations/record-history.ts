import type { OperationId } from '#contract/common.ts'
import type { FieldValue } from '#contract/fields.ts'
import type { HistoryEntry, Operation, RecordChange, ValueChange } from '#contract/operations.ts'
import type { Db } from '../db/open.ts'
import { nameOf, operationsById } from './operation-queries.ts'
import { type States, statesOf } from './row-states.ts'
import { entityOfTable, nameOfRow, type Reference, type Row, type RowValue, valuesOfRow } from './row-values.ts'
import { type RecordTable, touchesOf } from './touched-rows.ts'

const tableOf = { customer: 'customers', contact: 'contacts', visit: 'visits', followUp: 'follow_ups' } as const

/** What one operation is told to have done at most: an import or a merge may touch thousands of a customer's rows. */
const changesTold = 100

interface HistoryQuery {
  readonly entity: keyof typeof tableOf
  readonly id: number
  readonly before: OperationId | null
  readonly limit: number
}

/** What was done to a record and its parts, newest first, value by value. */
export async function recordHistory(
  db: Db,
  { entity, id, before, limit }: HistoryQuery,
): Promise<{ entries: HistoryEntry[]; more: boolean }> {
  const table = tableOf[entity]
  const byOperation = Map.groupBy(await touchesOf(db, table, id), ({ operation }) => operation)
  const known = [...byOperation.keys()].filter((operation) => before === null || operation < before)
  const operations = known.toSorted((one, other) => other - one)
  const entries: HistoryEntry[] = []
  let read = 0
  // What only moved a row in its order, say, is not told: then one looks further back.
  while (entries.length === 0 && read < operations.length) {
    const page = operations.slice(read, read + limit)
    read += page.length
    const touches = page.flatMap((operation) => byOperation.get(operation) ?? [])
    const states = Map.groupBy(await statesOf(db, touches), ({ touch }) => touch.operation)
    for (const operation of await operationsById(db, page)) {
      const changes = await changesOf(db, table, id, states.get(operation.id) ?? [])
      if (changes.length > 0 || isAbout(operation, entity, id)) entries.push({ operation, changes })
    }
  }
  return { entries, more: read < operations.length }
}

/** It was about this customer, though no value of it changed: other cards were merged into it, say. */
function isAbout({ subject }: Operation, entity: string, id: number): boolean {
  return entity === 'customer' && subject.customerId === id
}

async function changesOf(db: Db, table: RecordTable, id: number, states: readonly States[]): Promise<RecordChange[]> {
  const own = states.filter(({ touch }) => touch.table === table && touch.id === id)
  const comesOrGoes = own.some(({ before, after }) => (before === null) !== (after === null))
  // What came or went with the whole record is not told piece by piece.
  const told = comesOrGoes ? own : [...own, ...states.filter((state) => !own.includes(state))]
  const changes: RecordChange[] = []
  for (const state of told) {
    const change = await changeOf(db, state, id)
    if (change) changes.push(change)
    if (changes.length === changesTold) break
  }
  return changes
}

async function changeOf(db: Db, { touch, before, after }: States, of: number): Promise<RecordChange | null> {
  const row = after ?? before
  if (!row) return null
  const link = linkOf(touch.table, row)
  if (link) {
    const name = await nameOf(db, 'contacts', link.to)
    const values = [{ field: link.field, from: before && name, to: after && name }]
    return before && after ? null : { ...link.of, name: await link.name(db), action: 'changed', values }
  }
  const entity = entityOfTable[touch.table]
  if (!entity) return null
  const name = touch.table === 'customer_links' ? await otherName(db, row, of) : nameOfRow(row)
  const base = { entity, id: touch.id, name }
  if (!before || !after) return { ...base, action: after ? 'added' : 'removed', values: [] }
  const values = await differences(db, valuesOfRow(touch.table, before), valuesOfRow(touch.table, after))
  return values.length === 0 ? null : { ...base, action: 'changed', values }
}

/** A row that only joins two records is told as a value of one of them. */
function linkOf(table: string, row: Row) {
  if (table === 'contact_links') {
    const id = Number(row['from_contact_id'])
    const of = { entity: 'contact' as const, id }
    return {
      of,
      name: (db: Db) => nameOf(db, 'contacts', id),
      field: String(row['kind']),
      to: Number(row['to_contact_id']),
    }
  }
  if (table === 'visit_contacts') {
    const id = Number(row['visit_id'])
    const of = { entity: 'visit' as const, id }
    return { of, name: async () => '', field: 'contactNames', to: Number(row['contact_id']) }
  }
  return null
}

function otherName(db: Db, row: Row, id: number): Promise<string> {
  return nameOf(db, 'customers', Number(row['customer_id'] === id ? row['other_id'] : row['customer_id']))
}

async function differences(
  db: Db,
  before: ReadonlyMap<string, RowValue>,
  after: ReadonlyMap<string, RowValue>,
): Promise<ValueChange[]> {
  const changes: ValueChange[] = []
  for (const field of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [before.get(field) ?? null, after.get(field) ?? null]
    if (JSON.stringify(from) === JSON.stringify(to)) continue
    changes.push({ field, from: await inWords(db, from), to: await inWords(db, to) })
  }
  return changes
}

async function inWords(db: Db, value: RowValue): Promise<FieldValue> {
  return isReference(value) ? nameOf(db, value.table, value.id) : value
}

function isReference(value: RowValue): value is Reference {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
