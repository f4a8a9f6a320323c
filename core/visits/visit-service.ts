import { v7 as uuid } from 'uuid'
import type { ContactId, FollowUpId, VisitId, Written } from '#contract/common.ts'
import type { VisitDraft, VisitEdit } from '#contract/visits.ts'
import { customerName } from '../customers/customer-queries.ts'
import type { Db } from '../db/open.ts'
import { checkVisitChoices } from '../fields/record-choices.ts'
import { closeFollowUps, insertFollowUp } from '../follow-ups/follow-up-service.ts'
import type { Context } from '../lib/context.ts'
import { fail } from '../lib/fail.ts'
import { write, type Writing } from '../operations/write.ts'
import { isAfterVisit } from './visit-rules.ts'

type SavedVisit = Written & { id: VisitId; nextFollowUpId: FollowUpId | null; completed: number }

/** Records a visit, closes the follow-ups it answers and makes the next appointment: all of it or nothing. */
export async function saveVisit(context: Context, draft: VisitDraft): Promise<SavedVisit> {
  const name = await customerName(context.db, draft.customerId)
  const subject = { name, customerId: draft.customerId }
  return write(context, { kind: 'addVisit', subject }, async (writing) => {
    const { id, nextFollowUpId } = await insertVisit(context, writing, draft)
    const outcome = { status: 'done', outcome: draft.situation, byVisit: id } as const
    await closeFollowUps(context, writing, draft.completes, outcome)
    return { id, nextFollowUpId, completed: draft.completes.length }
  })
}

/** The visit itself and its next appointment, inside an operation. */
export async function insertVisit(
  context: Context,
  writing: Writing,
  draft: Omit<VisitDraft, 'completes'>,
): Promise<{ id: VisitId; nextFollowUpId: FollowUpId | null }> {
  const { db, operationId } = writing
  const { customerId, contactIds, next } = draft
  if (next.choice === 'appointment' && !isAfterVisit(next.appointment, draft.visitedAt)) {
    fail('RULE_BROKEN', { rule: 'nextBeforeVisit' })
  }
  await checkVisitChoices(db, draft)
  const { id } = await db
    .insertInto('visits')
    .values({
      uid: uuid(),
      operation_id: operationId,
      customer_id: customerId,
      ...columnsOf(draft),
      next_is_none: next.choice === 'none' ? 1 : 0,
      entered_at: context.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await putContactsMet(writing, id, contactIds)
  if (next.choice !== 'appointment') return { id, nextFollowUpId: null }

  const nextFollowUpId = await insertFollowUp(context, writing, {
    customerId,
    contactId: contactIds[0] ?? null,
    content: '',
    priority: 'normal',
    staffId: draft.staffId,
    fromVisitId: id,
    ...next.appointment,
  })
  return { id, nextFollowUpId }
}

export async function editVisit(context: Context, edit: VisitEdit): Promise<Written> {
  const subject = await subjectOf(context.db, edit.id)
  return write(context, { kind: 'editVisit', subject }, async (writing) => {
    await checkVisitChoices(writing.db, edit)
    await writing.db.updateTable('visits').set(columnsOf(edit)).where('id', '=', edit.id).execute()
    await putContactsMet(writing, edit.id, edit.contactIds)
    return {}
  })
}

/** The appointment it made stays: it was agreed with the customer, whatever becomes of the note. */
export async function removeVisit(context: Context, id: VisitId): Promise<Written> {
  const subject = await subjectOf(context.db, id)
  return write(context, { kind: 'removeVisit', subject }, async ({ db }) => {
    await db.deleteFrom('visits').where('id', '=', id).execute()
    return {}
  })
}

function columnsOf(visit: Omit<VisitEdit, 'id'>) {
  return {
    visited_at: visit.visitedAt,
    channel: visit.channel,
    staff_id: visit.staffId,
    purpose: visit.purpose,
    situation: visit.situation,
    result: visit.result,
    result_note: visit.resultNote,
    mood: visit.mood,
    decision_note: visit.decisionNote,
    preparation: visit.preparation,
    approach: visit.approach,
    duration_minutes: visit.durationMinutes,
  }
}

async function putContactsMet({ db, operationId }: Writing, visitId: VisitId, contactIds: readonly ContactId[]) {
  const known = await db
    .selectFrom('visit_contacts')
    .select(['id', 'contact_id'])
    .where('visit_id', '=', visitId)
    .execute()
  const gone = known.filter((row) => !contactIds.includes(row.contact_id)).map((row) => row.id)
  const added = [...new Set(contactIds)].filter((id) => !known.some((row) => row.contact_id === id))
  if (gone.length > 0) await db.deleteFrom('visit_contacts').where('id', 'in', gone).execute()
  for (const contactId of added) {
    await db
      .insertInto('visit_contacts')
      .values({ operation_id: operationId, visit_id: visitId, contact_id: contactId })
      .execute()
  }
}

async function subjectOf(db: Db, id: VisitId) {
  const row = await db
    .selectFrom('visits')
    .innerJoin('customers', 'customers.id', 'visits.customer_id')
    .select(['customers.name', 'customers.id as customerId'])
    .where('visits.id', '=', id)
    .executeTakeFirst()
  return row ?? fail('NOT_FOUND', { entity: 'visit', id })
}
