import type { CustomerId, VisitId } from '#contract/common.ts'
import type { Visit } from '#contract/visits.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'

/** The latest visits of each customer, newest first; a card with thousands costs no more than one with a few. */
export async function latestVisitsOf(db: Db, customerIds: readonly CustomerId[], limit: number): Promise<Visit[]> {
  const latest = await db
    .selectFrom('customers')
    .innerJoin('visits', (join) =>
      join.on('visits.id', 'in', (query) =>
        query
          .selectFrom('visits as own')
          .select('own.id')
          .whereRef('own.customer_id', '=', 'customers.id')
          .orderBy('own.visited_at', 'desc')
          .orderBy('own.id', 'desc')
          .limit(limit),
      ),
    )
    .select('visits.id')
    .where('customers.id', 'in', among<CustomerId>(customerIds))
    .orderBy('customers.id')
    .orderBy('visits.visited_at', 'desc')
    .orderBy('visits.id', 'desc')
    .execute()
  const ids = latest.map(({ id }) => id)
  const byId = new Map((await visitsById(db, ids)).map((visit) => [visit.id, visit]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** In no particular order; visits that are gone are left out. */
export async function visitsById(db: Db, ids: readonly VisitId[]): Promise<Visit[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('visits')
    .leftJoin('staff', 'staff.id', 'visits.staff_id')
    .selectAll('visits')
    .select('staff.name as staff_name')
    .where('visits.id', 'in', among<VisitId>(ids))
    .execute()
  const met = Object.groupBy(await contactsMet(db, ids), ({ visitId }) => visitId)
  const next = new Map((await nextAppointments(db, ids)).map((row) => [row.visitId, row]))

  return rows.map((row) => ({
    id: row.id,
    uid: row.uid,
    customerId: row.customer_id,
    visitedAt: row.visited_at,
    channel: row.channel,
    contactIds: (met[row.id] ?? []).map(({ contactId }) => contactId),
    contactNames: (met[row.id] ?? []).map(({ name }) => name),
    staffId: row.staff_id,
    staffName: row.staff_name,
    purpose: row.purpose,
    situation: row.situation,
    result: row.result,
    resultNote: row.result_note,
    mood: row.mood,
    decisionNote: row.decision_note,
    preparation: row.preparation,
    approach: row.approach,
    durationMinutes: row.duration_minutes,
    next: next.get(row.id) ?? null,
    nextIsNone: row.next_is_none === 1,
    enteredAt: row.entered_at,
  }))
}

function contactsMet(db: Db, ids: readonly VisitId[]) {
  return db
    .selectFrom('visit_contacts')
    .innerJoin('contacts', 'contacts.id', 'visit_contacts.contact_id')
    .select(['visit_contacts.visit_id as visitId', 'contacts.id as contactId', 'contacts.name'])
    .where('visit_contacts.visit_id', 'in', among<VisitId>(ids))
    .orderBy('visit_contacts.id')
    .execute()
}

async function nextAppointments(db: Db, ids: readonly VisitId[]) {
  const rows = await db
    .selectFrom('follow_ups')
    .select(['from_visit_id as visitId', 'id as followUpId', 'due_on as dueOn', 'due_time as dueTime', 'kind', 'title'])
    .where('from_visit_id', 'in', among<VisitId>(ids))
    .orderBy('id', 'desc')
    .execute()
  return rows
}
