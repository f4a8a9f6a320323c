import { v7 as uuid } from 'uuid'
import type { CustomerId, LocalMinute } from '#contract/common.ts'
import { Day } from '#contract/common.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { followUpsOfToday, openFollowUpsOf } from '#core/follow-ups/follow-up-queries.ts'
import type { Context } from '#core/lib/context.ts'
import { timelineCounts, timelineOf } from '#core/visits/timeline.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { appointmentOn, visitOf } from '../support/visit.ts'
import { benchToday } from './company-file.ts'
import type { Bench } from './measure.ts'

const today = Day.parse(benchToday)
const page = 50
/** Whom the generator gives the most visits. */
const busiest = 1 as CustomerId

/** Opening a card, Today, and writing down a visit. */
export function workBenches(context: Context): Bench[] {
  const customers = Number(context.database.sqlite.prepare('SELECT count(*) FROM customers').pluck().get())
  return [
    {
      name: 'card: header, sections, first timeline page',
      budget: 2,
      felt: 100,
      ours: async () => [
        await cardOfCustomer(context, busiest),
        await timelineOf(context.db, busiest, 'all', null, page),
        await timelineCounts(context.db, busiest),
        await openFollowUpsOf(context.db, [busiest]),
      ],
      bare: bareCard(context),
    },
    {
      name: 'Today: groups with phone and last visit',
      budget: 2,
      felt: 150,
      rounds: 21,
      ours: () => followUpsOfToday(context.db, today, page),
      bare: bareToday(context),
    },
    {
      name: 'save a visit with its next contact, durable',
      budget: 3,
      felt: 20,
      rounds: 101,
      ours: (round) =>
        saveVisit(
          context,
          visitOf((((round * 7919) % customers) + 1) as CustomerId, { next: appointmentOn('2026-03-20') }),
        ),
      bare: bareSave(context, customers),
    },
  ]
}

function bareCard({ database: { sqlite } }: Context): () => unknown {
  const all = [
    'SELECT * FROM customers WHERE id = ?',
    'SELECT * FROM phones WHERE customer_id = ? ORDER BY contact_id, position, id',
    'SELECT * FROM contacts WHERE customer_id = ? ORDER BY position, id',
    `SELECT * FROM visits WHERE customer_id = ? ORDER BY visited_at DESC, id DESC LIMIT ${page + 1}`,
    `SELECT * FROM follow_ups WHERE customer_id = ? AND status <> 'open' ORDER BY closed_minute DESC, id DESC LIMIT ${page + 1}`,
    `SELECT * FROM follow_ups WHERE customer_id = ? AND status = 'open' ORDER BY due_on, due_time, id`,
    'SELECT count(*) FROM visits WHERE customer_id = ?',
    `SELECT count(*) FROM follow_ups WHERE customer_id = ? AND status <> 'open'`,
  ].map((sql) => sqlite.prepare(sql))
  const layout = ['sections', 'fields', 'choices'].map((table) => sqlite.prepare(`SELECT * FROM ${table}`))
  return () => [all.map((statement) => statement.all(busiest)), layout.map((statement) => statement.all())]
}

function bareToday({ database: { sqlite } }: Context): () => unknown {
  const group = (condition: string) => [
    sqlite.prepare(`SELECT count(*) FROM follow_ups WHERE status = 'open' AND ${condition}`),
    sqlite.prepare(`
      SELECT follow_ups.*, customers.name, customers.number, customers.field_values ->> 'grade',
        (SELECT number FROM phones WHERE customer_id = customers.id ORDER BY contact_id, position, id LIMIT 1),
        (SELECT situation FROM visits WHERE customer_id = customers.id ORDER BY visited_at DESC, id DESC LIMIT 1)
      FROM (
        SELECT id FROM follow_ups WHERE status = 'open' AND ${condition}
        ORDER BY due_on, due_time IS NULL, due_time, id LIMIT ${page}
      ) AS page
      CROSS JOIN follow_ups USING (id) JOIN customers ON customers.id = follow_ups.customer_id`),
  ]
  const groups = [
    ...group(`due_on < '${benchToday}'`),
    ...group(`due_on = '${benchToday}'`),
    ...group(`due_on BETWEEN '2026-03-03' AND '2026-03-09'`),
  ]
  return () => groups.map((statement) => statement.all())
}

/** The same rows by prepared statements, in one transaction that is on the disk when it returns. */
function bareSave({ database: { sqlite, tracking } }: Context, customers: number): (round: number) => unknown {
  const operation = sqlite.prepare(`INSERT INTO operations (kind, subject, made_at) VALUES ('addVisit', ?, ?)`)
  const visit = sqlite.prepare(`
    INSERT INTO visits (uid, operation_id, customer_id, visited_at, channel, situation, entered_at)
    VALUES (?, ?, ?, ?, 'phone', '问新灶台用得怎样', ?)`)
  const followUp = sqlite.prepare(`
    INSERT INTO follow_ups (uid, operation_id, customer_id, kind, due_on, from_visit_id, created_at)
    VALUES (?, ?, ?, 'appointment', '2026-03-20', ?, ?)`)
  const count = sqlite.prepare('UPDATE meta SET commit_seq = commit_seq + 1')
  const visitedAt = `${benchToday}T09:00` as LocalMinute
  return (round) => {
    const customerId = ((round * 7907) % customers) + 1
    sqlite.transaction(() => {
      const { lastInsertRowid: operationId } = operation.run(JSON.stringify({ customerId }), Date.now())
      tracking.operationId = Number(operationId)
      const { lastInsertRowid: visitId } = visit.run(uuid(), operationId, customerId, visitedAt, Date.now())
      followUp.run(uuid(), operationId, customerId, visitId, Date.now())
      count.run()
      tracking.operationId = null
    })()
  }
}
