import { v7 as uuid } from 'uuid'
import type { ContactId, CustomerId, Day, Instant, LocalMinute, TimeOfDay, VisitId } from '#contract/common.ts'
import { addDays } from '../lib/days.ts'
import { minuteAt, notLaterThan, rowsOf, type SampleCustomers, type SampleWriting } from './sample-rows.ts'
import { followUps } from './sample-tables.ts'

/** What is overdue, due today and in the coming weeks, and what was done this morning. */
export async function addSampleFollowUps(
  writing: SampleWriting,
  customers: SampleCustomers,
  latestVisits: ReadonlyMap<CustomerId, VisitId>,
): Promise<void> {
  const { clock } = writing
  for (const [name = '', due = '', time = '', kind = '', title = '', outcome = ''] of rowsOf(followUps)) {
    const customer = customers.get(name)
    if (!customer) throw new Error(`No sample customer is called ${name}.`)
    const isDone = due === 'today'
    await insert(writing, {
      customerId: customer.id,
      contactId: customer.contactId,
      kind,
      title,
      dueOn: addDays(clock.today(), isDone ? 0 : Number(due)),
      dueTime: time === '' || isDone ? null : (time as TimeOfDay),
      outcome,
      closedAt: isDone ? notLaterThan(clock.minute(), minuteAt(clock.today(), time)) : null,
      fromVisitId: isDone ? null : (latestVisits.get(customer.id) ?? null),
      byVisitId: null,
    })
  }
}

/** An appointment that one visit made and a later one kept. */
export async function closedFollowUp(
  writing: SampleWriting,
  customerId: CustomerId,
  kept: { readonly fromVisitId: VisitId; readonly byVisitId: VisitId; readonly closedAt: LocalMinute },
): Promise<void> {
  await insert(writing, {
    customerId,
    contactId: null,
    kind: 'appointment',
    title: '按上次约好的联系',
    dueOn: kept.closedAt.slice(0, 10) as Day,
    dueTime: null,
    outcome: '',
    ...kept,
  })
}

interface SampleFollowUp {
  readonly customerId: CustomerId
  readonly contactId: ContactId | null
  readonly kind: string
  readonly title: string
  readonly dueOn: Day
  readonly dueTime: TimeOfDay | null
  readonly outcome: string
  /** Null while it is open. */
  readonly closedAt: LocalMinute | null
  readonly fromVisitId: VisitId | null
  readonly byVisitId: VisitId | null
}

async function insert({ db, operationId, clock, staffId }: SampleWriting, followUp: SampleFollowUp): Promise<void> {
  const { closedAt } = followUp
  await db
    .insertInto('follow_ups')
    .values({
      uid: uuid(),
      operation_id: operationId,
      customer_id: followUp.customerId,
      contact_id: followUp.contactId,
      kind: followUp.kind,
      title: followUp.title,
      content: '',
      place: '',
      due_on: followUp.dueOn,
      due_time: followUp.dueTime,
      priority: 'normal',
      staff_id: staffId,
      status: closedAt === null ? 'open' : 'done',
      closed_at: closedAt === null ? null : (Date.parse(closedAt) as Instant),
      closed_minute: closedAt,
      outcome: followUp.outcome,
      from_visit_id: followUp.fromVisitId,
      closed_by_visit_id: followUp.byVisitId,
      created_at: clock.now(),
    })
    .execute()
}
