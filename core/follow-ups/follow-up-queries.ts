import type { CustomerId, Day, FollowUpId } from '#contract/common.ts'
import type { DoneFollowUp, DueFollowUp, FollowUp, Today } from '#contract/follow-ups.ts'
import { type ExpressionBuilder, sql } from 'kysely'
import { among } from '../db/among.ts'
import { fieldValue } from '../db/json.ts'
import type { Db } from '../db/open.ts'
import type { Database } from '../db/tables.ts'
import { addDays } from '../lib/days.ts'

/** The coming week after today, as Today shows it. */
const comingDays = 7

/** Everything the first page of the morning says about follow-ups. */
export async function followUpsOfToday(db: Db, today: Day, limit: number): Promise<Today> {
  const before = addDays(today, -1)
  const tomorrow = addDays(today, 1)
  const last = addDays(today, comingDays)
  return {
    today,
    overdue: await dueGroup(db, null, before, limit),
    dueToday: await dueGroup(db, today, today, limit),
    comingDays: await dueGroup(db, tomorrow, last, limit),
    doneToday: await doneGroup(db, today, limit),
  }
}

export async function dueCounts(db: Db, today: Day): Promise<{ overdue: number; dueToday: number }> {
  return {
    overdue: await countDue(db, null, addDays(today, -1)),
    dueToday: await countDue(db, today, today),
  }
}

/** Open ones, those of one customer together, the next first. */
export function openFollowUpsOf(db: Db, customerIds: readonly CustomerId[]): Promise<FollowUp[]> {
  return db
    .selectFrom('follow_ups')
    .select([
      'id',
      'uid',
      'customer_id as customerId',
      'contact_id as contactId',
      'kind',
      'title',
      'content',
      'place',
      'due_on as dueOn',
      'due_time as dueTime',
      'priority',
      'staff_id as staffId',
      'status',
      'closed_at as doneAt',
      'outcome',
      'from_visit_id as fromVisitId',
    ])
    .where('customer_id', 'in', among<CustomerId>(customerIds))
    .where('status', '=', 'open')
    .orderBy('customer_id')
    .orderBy('due_on')
    .orderBy((query) => query('due_time', 'is', null))
    .orderBy('due_time')
    .orderBy('id')
    .execute()
}

/** Open follow-ups due from one day to another, both included; null leaves that end open. */
function openBetween(db: Db, from: Day | null, to: Day) {
  return db
    .selectFrom('follow_ups')
    .where('status', '=', 'open')
    .where('due_on', '<=', to)
    .$if(from !== null, (query) => query.where('due_on', '>=', from))
}

async function countDue(db: Db, from: Day | null, to: Day): Promise<number> {
  const { count } = await openBetween(db, from, to)
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function dueGroup(
  db: Db,
  from: Day | null,
  to: Day,
  limit: number,
): Promise<{ count: number; items: DueFollowUp[] }> {
  const page = await openBetween(db, from, to)
    .select('id')
    .orderBy('due_on')
    .orderBy((query) => query('due_time', 'is', null))
    .orderBy('due_time')
    .orderBy('id')
    .limit(limit)
    .execute()
  const ids = page.map(({ id }) => id)
  return { count: await countDue(db, from, to), items: await dueItems(db, ids) }
}

/** In the order of the ids: the page is found first, so that only what it shows is looked up. */
async function dueItems(db: Db, ids: readonly FollowUpId[]): Promise<DueFollowUp[]> {
  const rows = await db
    .selectFrom('follow_ups')
    .innerJoin('customers', 'customers.id', 'follow_ups.customer_id')
    .leftJoin('visits as last', (join) =>
      join.on('last.id', '=', (query) =>
        query
          .selectFrom('visits')
          .select('visits.id')
          .whereRef('visits.customer_id', '=', 'customers.id')
          .orderBy('visited_at', 'desc')
          .orderBy('visits.id', 'desc')
          .limit(1),
      ),
    )
    .select([
      'follow_ups.id',
      'follow_ups.customer_id as customerId',
      'customers.name as customerName',
      'customers.number as customerNumber',
      fieldValue<string | null>('grade').as('grade'),
      'follow_ups.kind',
      'follow_ups.title',
      'follow_ups.content',
      'follow_ups.place',
      'follow_ups.due_on as dueOn',
      'follow_ups.due_time as dueTime',
      'follow_ups.priority',
      'last.visited_at as visitedAt',
      'last.channel',
      'last.situation',
    ])
    .select((query) => phoneToCall(query).as('phone'))
    .where('follow_ups.id', 'in', among<FollowUpId>(ids))
    .execute()
  const byId = new Map(
    rows.map(({ visitedAt, channel, situation, ...item }) => [
      item.id,
      {
        ...item,
        lastVisit:
          visitedAt === null || channel === null || situation === null
            ? null
            : { visitedOn: visitedAt.slice(0, 10) as Day, channel, situation },
      },
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function doneGroup(db: Db, today: Day, limit: number): Promise<{ count: number; items: DoneFollowUp[] }> {
  const done = db
    .selectFrom('follow_ups')
    .innerJoin('customers', 'customers.id', 'follow_ups.customer_id')
    .where('status', '=', 'done')
    .where('status', '<>', 'open')
    .where('closed_minute', '>=', `${today}T00:00` as never)
    .where('closed_minute', '<', `${addDays(today, 1)}T00:00` as never)
  const { count } = await done.select((query) => query.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await done
    .select([
      'follow_ups.id',
      'follow_ups.customer_id as customerId',
      'customers.name as customerName',
      'follow_ups.kind',
      'follow_ups.title',
      'follow_ups.outcome',
      'follow_ups.closed_at as doneAt',
    ])
    .orderBy('follow_ups.closed_minute', 'desc')
    .orderBy('follow_ups.id', 'desc')
    .limit(limit)
    .execute()
  return { count, items: rows.flatMap(({ doneAt, ...row }) => (doneAt === null ? [] : [{ ...row, doneAt }])) }
}

/** The phone of the person it is about, else the customer's own, else that of its primary contact. */
function phoneToCall(query: ExpressionBuilder<Database, 'follow_ups'>) {
  return query
    .selectFrom('phones')
    .leftJoin('contacts', 'contacts.id', 'phones.contact_id')
    .select('phones.number')
    .whereRef('phones.customer_id', '=', 'follow_ups.customer_id')
    .orderBy(sql`phones.contact_id is follow_ups.contact_id and phones.contact_id is not null`, 'desc')
    .orderBy(sql`phones.contact_id is null`, 'desc')
    .orderBy('contacts.is_primary', 'desc')
    .orderBy('phones.position')
    .orderBy('phones.id')
    .limit(1)
}
