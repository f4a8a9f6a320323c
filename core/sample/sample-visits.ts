import { v7 as uuid } from 'uuid'
import type { CustomerId, Instant, LocalMinute, VisitId } from '#contract/common.ts'
import { addDays } from '../lib/days.ts'
import { closedFollowUp } from './sample-follow-ups.ts'
import {
  minuteAt,
  notLaterThan,
  rowsOf,
  type SampleCustomer,
  type SampleCustomers,
  type SampleWriting,
} from './sample-rows.ts'
import { earlierVisits, visits } from './sample-tables.ts'

const twoYears = 730

interface VisitLine {
  readonly channel: string
  readonly purpose: string | null
  readonly result: string
  readonly situation: string
}

/** Two years of visits of every customer, spread evenly up to the latest. Returns the latest of each. */
export async function addSampleVisits(
  writing: SampleWriting,
  customers: SampleCustomers,
): Promise<ReadonlyMap<CustomerId, VisitId>> {
  const latest = new Map<CustomerId, VisitId>()
  for (const [index, [name = '', count, daysAgo, channel = '', result = '', situation = '']] of rowsOf(
    visits,
  ).entries()) {
    const customer = customers.get(name)
    if (!customer) throw new Error(`No sample customer is called ${name}.`)
    const lines = [...earlierLines(index, Number(count) - 1), { channel, purpose: null, result, situation }]
    const step = (twoYears - Number(daysAgo)) / Number(count)
    let before: VisitId | null = null
    for (const [place, line] of lines.entries()) {
      const age = Math.round(Number(daysAgo) + (lines.length - 1 - place) * step)
      before = await addVisit(writing, customer, line, minuteOf(writing, age, index + place), before)
    }
    if (before !== null) latest.set(customer.id, before)
  }
  return latest
}

/** Some of the lines, in their order: a first contact, a purchase, then care. */
function earlierLines(index: number, count: number): VisitLine[] {
  const lines = rowsOf(earlierVisits).map(([channel = '', purpose = '', result = '', situation = '']) => ({
    channel,
    purpose,
    result,
    situation,
  }))
  const first = lines.slice(index % 2, (index % 2) + 1)
  const later = lines.slice(2)
  const rest = Array.from(
    { length: count - 1 },
    (_, place) => later[Math.floor(((place + (index % 3) / 3) * later.length) / (count - 1))],
  )
  return [...first, ...rest.filter((line) => line !== undefined)]
}

/** On a working day, in working hours, not always at the same time. */
function minuteOf({ clock }: SampleWriting, daysAgo: number, seed: number): LocalMinute {
  const day = addDays(clock.today(), -daysAgo)
  const weekday = new Date(day).getUTCDay()
  const workday = daysAgo > 0 && weekday === 0 ? addDays(day, -1) : day
  const hour = daysAgo === 0 ? 8 : 9 + ((seed * 5) % 8)
  const time = `${String(hour).padStart(2, '0')}:${String((seed * 7) % 60).padStart(2, '0')}`
  return notLaterThan(clock.minute(), minuteAt(workday, time))
}

/** Every second visit was planned on the one before, and closed that follow-up. */
async function addVisit(
  writing: SampleWriting,
  { id: customerId, contactId }: SampleCustomer,
  { channel, purpose, result, situation }: VisitLine,
  visitedAt: LocalMinute,
  before: VisitId | null,
): Promise<VisitId> {
  const { db, operationId, staffId } = writing
  const { id } = await db
    .insertInto('visits')
    .values({
      uid: uuid(),
      operation_id: operationId,
      customer_id: customerId,
      visited_at: visitedAt,
      channel,
      staff_id: staffId,
      purpose,
      situation,
      result,
      next_is_none: 0,
      entered_at: Date.parse(visitedAt) as Instant,
      duration_minutes: null,
      ...emptyVisit,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (contactId !== null) {
    await db
      .insertInto('visit_contacts')
      .values({ operation_id: operationId, visit_id: id, contact_id: contactId })
      .execute()
  }
  if (before !== null && id % 2 === 0 && !visitedAt.startsWith(writing.clock.today())) {
    await closedFollowUp(writing, customerId, { fromVisitId: before, byVisitId: id, closedAt: visitedAt })
  }
  return id
}

const emptyVisit = { result_note: '', mood: '', decision_note: '', preparation: '', approach: '' }
