import type { Insertable, Updateable } from 'kysely'
import { v7 as uuid } from 'uuid'
import type {
  ContactId,
  CustomerId,
  Day,
  FollowUpId,
  OperationId,
  StaffId,
  TimeOfDay,
  VisitId,
  Written,
} from '#contract/common.ts'
import type { FollowUpDraft, FollowUpPriority } from '#contract/follow-ups.ts'
import { customerName } from '../customers/customer-queries.ts'
import type { Db } from '../db/open.ts'
import type { Database } from '../db/tables.ts'
import { checkFollowUpKind } from '../fields/record-choices.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { write, type Writing } from '../operations/write.ts'

export async function saveFollowUp(context: Context, draft: FollowUpDraft): Promise<Written & { id: FollowUpId }> {
  const kind = draft.id === null ? 'addFollowUp' : 'editFollowUp'
  const subject = { name: await customerName(context.db, draft.customerId), customerId: draft.customerId }
  return write(context, { kind, subject }, async (writing) => {
    if (draft.id === null) return { id: await insertFollowUp(context, writing, { ...draft, fromVisitId: null }) }
    await checkFollowUpKind(writing.db, draft.kind)
    await updateOpen(writing.db, [draft.id], {
      contact_id: draft.contactId,
      kind: draft.kind,
      title: draft.title,
      content: draft.content,
      place: draft.place,
      due_on: draft.dueOn,
      due_time: draft.dueTime,
      priority: draft.priority,
      staff_id: draft.staffId,
    })
    return { id: draft.id }
  })
}

export async function rescheduleFollowUps(
  context: Context,
  ids: readonly FollowUpId[],
  dueOn: Day,
  dueTime: TimeOfDay | null,
): Promise<Written> {
  const subject = await subjectOf(context.db, ids)
  return write(context, { kind: 'rescheduleFollowUps', subject }, async ({ db }) => {
    await updateOpen(db, ids, { due_on: dueOn, due_time: dueTime })
    return {}
  })
}

export async function skipFollowUp(context: Context, id: FollowUpId, reason: string): Promise<Written> {
  const subject = await subjectOf(context.db, [id])
  return write(context, { kind: 'skipFollowUp', subject }, async (writing) => {
    await closeFollowUps(context, writing, [id], { status: 'skipped', outcome: reason, byVisit: null })
    return {}
  })
}

export async function removeFollowUp(context: Context, id: FollowUpId): Promise<Written> {
  const subject = await subjectOf(context.db, [id])
  return write(context, { kind: 'removeFollowUp', subject }, async ({ db }) => {
    await db.deleteFrom('follow_ups').where('id', '=', id).execute()
    return {}
  })
}

export interface NewFollowUp {
  readonly customerId: CustomerId
  readonly contactId: ContactId | null
  readonly kind: string
  readonly title: string
  readonly content: string
  readonly place: string
  readonly dueOn: Day
  readonly dueTime: TimeOfDay | null
  readonly priority: FollowUpPriority
  readonly staffId: StaffId | null
  readonly fromVisitId: VisitId | null
}

export async function insertFollowUp(
  context: Context,
  { db, operationId }: Writing,
  followUp: NewFollowUp,
): Promise<FollowUpId> {
  await checkFollowUpKind(db, followUp.kind)
  const { id } = await db
    .insertInto('follow_ups')
    .values(followUpRow(context, operationId, followUp))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An open follow-up as it is written down. */
export function followUpRow(
  context: Context,
  operationId: OperationId,
  followUp: NewFollowUp,
): Insertable<Database['follow_ups']> {
  return {
    uid: uuid(),
    operation_id: operationId,
    customer_id: followUp.customerId,
    contact_id: followUp.contactId,
    kind: followUp.kind,
    title: followUp.title,
    content: followUp.content,
    place: followUp.place,
    due_on: followUp.dueOn,
    due_time: followUp.dueTime,
    priority: followUp.priority,
    staff_id: followUp.staffId,
    status: 'open',
    closed_at: null,
    closed_minute: null,
    outcome: '',
    from_visit_id: followUp.fromVisitId,
    closed_by_visit_id: null,
    created_at: context.clock.now(),
  }
}

interface Closing {
  readonly status: 'done' | 'skipped' | 'cancelled'
  readonly outcome: string
  readonly byVisit: VisitId | null
}

/** Closes open follow-ups; one that somebody has closed already is an error, so that no outcome is overwritten. */
export async function closeFollowUps(
  context: Context,
  { db }: Writing,
  ids: readonly FollowUpId[],
  { status, outcome, byVisit }: Closing,
): Promise<void> {
  await updateOpen(db, ids, {
    status,
    outcome,
    closed_by_visit_id: byVisit,
    closed_at: context.clock.now(),
    closed_minute: context.clock.minute(),
  })
}

async function updateOpen(
  db: Db,
  ids: readonly FollowUpId[],
  changes: Updateable<Database['follow_ups']>,
): Promise<void> {
  if (ids.length === 0) return
  const { numUpdatedRows } = await db
    .updateTable('follow_ups')
    .set(changes)
    .where('status', '=', 'open')
    .where('id', 'in', ids)
    .executeTakeFirst()
  if (Number(numUpdatedRows) !== new Set(ids).size) fail('RULE_BROKEN', { rule: 'followUpClosed' })
}

/** What history says: the customer for one follow-up, the count for several. */
export async function subjectOf(db: Db, ids: readonly FollowUpId[]) {
  const rows = await db
    .selectFrom('follow_ups')
    .innerJoin('customers', 'customers.id', 'follow_ups.customer_id')
    .select(['customers.name', 'customers.id as customerId'])
    .where('follow_ups.id', 'in', ids)
    .execute()
  const [first] = rows
  if (!first) fail('NOT_FOUND', { entity: 'followUp', id: ids[0] ?? 0 })
  return rows.length === 1 ? first : { count: rows.length }
}
