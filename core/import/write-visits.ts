import { v7 as uuid } from 'uuid'
import type { CustomerId, LocalMinute, StaffId, VisitId } from '#contract/common.ts'
import type { FieldValue } from '#contract/fields.ts'
import { among } from '../db/among.ts'
import type { Writing } from '../operations/write.ts'
import { splitWords } from '../sheets/words-text.ts'
import { staffByName } from './staff-names.ts'
import type { Holder, WriteSetting } from './write-customers.ts'

type Values = Readonly<Record<string, FieldValue>>

interface NewVisit {
  readonly uid: string
  readonly customerId: CustomerId
  readonly values: Values
}

/** SQLite binds at most 32,766 values in one statement. */
const rowsAtOnce = 100

/** The visits of one page of rows, each with the author and the people met that the file names. */
export async function insertVisits(writing: Writing, holders: readonly Holder[], setting: WriteSetting): Promise<void> {
  const visits = holders.flatMap(({ id: customerId, state }): NewVisit[] =>
    customerId === null
      ? []
      : state.visits.filter(({ isNew }) => isNew).map(({ values }) => ({ uid: uuid(), customerId, values })),
  )
  if (visits.length === 0) return
  const staff = await staffByName(
    writing,
    visits.map(({ values }) => textOf(values, 'staffName')),
  )
  for (let at = 0; at < visits.length; at += rowsAtOnce) {
    const chunk = visits.slice(at, at + rowsAtOnce)
    const inserted = await writing.db
      .insertInto('visits')
      .values(chunk.map((visit) => rowOf(writing, visit, staff, setting)))
      .returning(['id', 'uid'])
      .execute()
    await insertContactsMet(writing, chunk, new Map(inserted.map(({ id, uid }) => [uid, id])))
  }
}

function rowOf(
  { operationId }: Writing,
  { uid, customerId, values }: NewVisit,
  staff: ReadonlyMap<string, StaffId>,
  setting: WriteSetting,
) {
  return {
    uid,
    operation_id: operationId,
    customer_id: customerId,
    visited_at: textOf(values, 'visitedAt') as LocalMinute,
    channel: textOf(values, 'channel') || setting.channel,
    staff_id: staff.get(textOf(values, 'staffName')) ?? null,
    purpose: textOf(values, 'purpose') || null,
    situation: textOf(values, 'situation'),
    result: textOf(values, 'result') || null,
    result_note: textOf(values, 'resultNote'),
    mood: textOf(values, 'mood'),
    decision_note: textOf(values, 'decisionNote'),
    preparation: textOf(values, 'preparation'),
    approach: textOf(values, 'approach'),
    duration_minutes: typeof values['durationMinutes'] === 'number' ? Math.round(values['durationMinutes']) : null,
    next_is_none: 0 as const,
    entered_at: setting.now,
  }
}

/** Names that a contact of the customer bears; others stay in what was written about the visit. */
async function insertContactsMet(
  { db, operationId }: Writing,
  visits: readonly NewVisit[],
  ids: ReadonlyMap<string, VisitId>,
): Promise<void> {
  const naming = visits.filter(({ values }) => textOf(values, 'contactNames') !== '')
  if (naming.length === 0) return
  const contacts = await db
    .selectFrom('contacts')
    .select(['id', 'customer_id as customerId', 'name'])
    .where('customer_id', 'in', among<CustomerId>(naming.map(({ customerId }) => customerId)))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const met = naming.flatMap(({ uid, customerId, values }) => {
    const visitId = ids.get(uid)
    const names = new Set(splitWords(textOf(values, 'contactNames')))
    const own = contacts.filter((contact) => contact.customerId === customerId && names.has(contact.name))
    return visitId === undefined
      ? []
      : own.map(({ id }) => ({ operation_id: operationId, visit_id: visitId, contact_id: id }))
  })
  for (let at = 0; at < met.length; at += rowsAtOnce) {
    await db
      .insertInto('visit_contacts')
      .values(met.slice(at, at + rowsAtOnce))
      .execute()
  }
}

function textOf(values: Values, key: string): string {
  const value = values[key]
  return value === undefined || value === null ? '' : String(value)
}
