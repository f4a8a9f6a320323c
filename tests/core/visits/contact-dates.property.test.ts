import { type Arbitrary, array, assert, asyncProperty, constantFrom, integer, oneof, record } from 'fast-check'
import { expect, it } from 'vitest'
import type { CustomerId, FollowUpId, LocalMinute, OperationId, VisitId } from '#contract/common.ts'
import { removeCustomers } from '#core/customers/customer-service.ts'
import { removeFollowUp, rescheduleFollowUps, skipFollowUp } from '#core/follow-ups/follow-up-service.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { completeFollowUp } from '#core/visits/complete-follow-up.ts'
import { editVisit, removeVisit, saveVisit } from '#core/visits/visit-service.ts'
import { day, openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

const anyPick = integer({ min: 0, max: 9 })
const anyDay = constantFrom('2026-03-03', '2026-03-04', '2026-05-01', '2027-01-31')
const anyMinute = constantFrom('2024-02-29T08:00', '2026-03-01T23:59', '2026-03-02T09:00', '2026-03-02T09:01')
const anyStep = oneof(
  record({ do: constantFrom('visit' as const), pick: anyPick, at: anyMinute, next: anyDay }),
  record({ do: constantFrom('move' as const), pick: anyPick, at: anyMinute }),
  record({ do: constantFrom('removeVisit' as const), pick: anyPick }),
  record({ do: constantFrom('complete' as const), pick: anyPick, next: anyDay }),
  record({ do: constantFrom('reschedule' as const), pick: anyPick, next: anyDay }),
  record({ do: constantFrom('skip' as const), pick: anyPick }),
  record({ do: constantFrom('removeFollowUp' as const), pick: anyPick }),
  record({ do: constantFrom('removeCustomer' as const), pick: anyPick }),
  record({ do: constantFrom('undoAny' as const), pick: anyPick }),
)
type Step = typeof anyStep extends Arbitrary<infer T> ? T : never

it('keeps last and next contact as they would be counted from scratch, after whatever was done', async () => {
  await assert(
    asyncProperty(array(anyStep, { minLength: 1, maxLength: 30 }), async (steps) => {
      await using core = await openTestCore()
      await core.addCustomer({ name: '青禾里' })
      await core.addCustomer({ name: '张伟' })
      const operations: OperationId[] = []
      for (const step of steps) {
        const operationId = await take(core, step, operations)
        if (operationId) operations.push(operationId)
        expect(storedDates(core)).toEqual(countedDates(core))
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

function storedDates({ context }: TestCore): unknown[] {
  return context.database.sqlite
    .prepare('SELECT id, last_contact_at, next_contact_on, next_follow_up_id FROM customers ORDER BY id')
    .all()
}

/** Recomputed in plain JavaScript from every visit and every follow-up. */
function countedDates({ context }: TestCore): unknown[] {
  const { sqlite } = context.database
  interface Visit {
    customer_id: number
    visited_at: string
  }
  interface FollowUp {
    id: number
    customer_id: number
    due_on: string
    due_time: string | null
    status: string
  }
  const customers = sqlite.prepare('SELECT id FROM customers ORDER BY id').pluck().all() as number[]
  const visits = sqlite.prepare('SELECT * FROM visits').all() as Visit[]
  const followUps = sqlite.prepare('SELECT * FROM follow_ups').all() as FollowUp[]
  return customers.map((id) => {
    const last = visits
      .filter((visit) => visit.customer_id === id)
      .map(({ visited_at }) => visited_at)
      .toSorted()
      .at(-1)
    const [next] = followUps
      .filter((followUp) => followUp.customer_id === id && followUp.status === 'open')
      .toSorted((one, other) => sortKey(one).localeCompare(sortKey(other)) || one.id - other.id)
    return {
      id,
      last_contact_at: last ?? null,
      next_contact_on: next?.due_on ?? null,
      next_follow_up_id: next?.id ?? null,
    }
  })
}

const sortKey = ({ due_on, due_time }: { due_on: string; due_time: string | null }) =>
  `${due_on} ${due_time ?? '99:99'}`

async function take(
  { context }: TestCore,
  step: Step,
  operations: readonly OperationId[],
): Promise<OperationId | null> {
  const pick = <T>(from: string) => {
    const ids = context.database.sqlite.prepare(`SELECT id FROM ${from} ORDER BY 1`).pluck().all() as T[]
    return ids[step.pick % Math.max(ids.length, 1)]
  }
  const customer = pick<CustomerId>('customers')
  const visit = pick<VisitId>('visits')
  const followUp = pick<FollowUpId>("follow_ups WHERE status = 'open'")
  switch (step.do) {
    case 'visit': {
      if (!customer) return null
      const draft = visitOf(customer, { visitedAt: step.at as LocalMinute, next: appointmentOn(step.next) })
      return (await saveVisit(context, draft)).operationId
    }
    case 'move': {
      if (!visit) return null
      const {
        customerId: _,
        completes: __,
        next: ___,
        ...content
      } = visitOf(1 as CustomerId, { visitedAt: step.at as LocalMinute })
      return (await editVisit(context, { id: visit, ...content })).operationId
    }
    case 'removeVisit':
      return visit ? (await removeVisit(context, visit)).operationId : null
    case 'complete': {
      if (!followUp) return null
      const completion = { id: followUp, outcome: '好', channel: 'phone', next: appointmentOn(step.next) }
      return (await completeFollowUp(context, completion)).operationId
    }
    case 'reschedule':
      return followUp ? (await rescheduleFollowUps(context, [followUp], day(step.next), null)).operationId : null
    case 'skip':
      return followUp ? (await skipFollowUp(context, followUp, '')).operationId : null
    case 'removeFollowUp':
      return followUp ? (await removeFollowUp(context, followUp)).operationId : null
    case 'removeCustomer':
      return customer ? (await removeCustomers(context, { ids: [customer] })).operationId : null
    case 'undoAny': {
      const target = operations[step.pick % Math.max(operations.length, 1)]
      if (!target) return null
      const row = await context.db
        .selectFrom('operations')
        .select('undone_by')
        .where('id', '=', target)
        .executeTakeFirst()
      return row?.undone_by === null ? (await undoOperation(context, target)).operationId : null
    }
  }
}
