import { type Arbitrary, assert, asyncProperty, constantFrom, integer, oneof, record, array, string } from 'fast-check'
import { expect, it } from 'vitest'
import type { CustomerId, FollowUpId, OperationId, VisitId } from '#contract/common.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { createCustomer, removeCustomers, savePhones } from '#core/customers/customer-service.ts'
import { saveValue, saveValueOfMany } from '#core/customers/save-value.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { trackedShapes } from '#core/db/tracking.ts'
import { addField } from '#core/fields/field-service.ts'
import { removeFollowUp, rescheduleFollowUps, skipFollowUp } from '#core/follow-ups/follow-up-service.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { completeFollowUp } from '#core/visits/complete-follow-up.ts'
import { editVisit, removeVisit, saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { day, openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

const anyWord = constantFrom('青禾里', '张伟', "O'Hara", '<b>', '😀', '=1+1', 'é')
const anyPick = integer({ min: 0, max: 20 })
const anyDay = constantFrom('2026-03-03', '2026-03-09', '2026-04-01', '2027-02-28')

/** What somebody at the desk might do next; `pick` chooses among the records there are. */
const anyStep = oneof(
  record({ do: constantFrom('create' as const), word: anyWord, company: constantFrom(true, false) }),
  record({ do: constantFrom('editName' as const), pick: anyPick, word: anyWord }),
  record({
    do: constantFrom('editValue' as const),
    pick: anyPick,
    field: constantFrom('region', 'needs', 'grade'),
    word: anyWord,
  }),
  record({ do: constantFrom('bulk' as const), word: string({ minLength: 1, maxLength: 5 }) }),
  record({ do: constantFrom('phones' as const), pick: anyPick, count: integer({ min: 0, max: 3 }) }),
  record({ do: constantFrom('contact' as const), pick: anyPick, word: anyWord }),
  record({ do: constantFrom('remove' as const), pick: anyPick }),
  record({ do: constantFrom('visit' as const), pick: anyPick, on: anyDay }),
  record({ do: constantFrom('editVisit' as const), pick: anyPick, word: anyWord }),
  record({ do: constantFrom('removeVisit' as const), pick: anyPick }),
  record({ do: constantFrom('complete' as const), pick: anyPick, on: anyDay }),
  record({ do: constantFrom('reschedule' as const), pick: anyPick, on: anyDay }),
  record({ do: constantFrom('skip' as const), pick: anyPick }),
  record({ do: constantFrom('removeFollowUp' as const), pick: anyPick }),
  record({ do: constantFrom('field' as const), word: anyWord }),
  record({ do: constantFrom('undo' as const), pick: anyPick }),
)
type Step = typeof anyStep extends Arbitrary<infer T> ? T : never

it('gives back the same database when any operations are undone in reverse', async () => {
  await assert(
    asyncProperty(array(anyStep, { minLength: 1, maxLength: 25 }), async (steps) => {
      await using core = await openTestCore()
      await core.addCustomer({ name: '锦绣轩酒家', kind: 'company' })
      const before = snapshot(core)
      const done: { operationId: OperationId; state: Snapshot }[] = []
      for (const step of steps) {
        const state = snapshot(core)
        const operationId = await take(
          core,
          step,
          done.map((one) => one.operationId),
        )
        if (operationId) done.push({ operationId, state })
      }
      for (const { operationId, state } of done.toReversed()) {
        const { keptCount } = await undoOperation(core.context, operationId)
        expect(keptCount).toBe(0)
        expect(snapshot(core)).toEqual(state)
      }
      expect(snapshot(core)).toEqual(before)
    }),
    { numRuns: 60 },
  )
}, 120_000)

it('does again what was undone when the undo is undone', async () => {
  await assert(
    asyncProperty(array(anyStep, { minLength: 1, maxLength: 12 }), anyStep, async (steps, last) => {
      await using core = await openTestCore()
      await core.addCustomer({ name: '锦绣轩酒家', kind: 'company' })
      for (const step of steps) await take(core, step, [])
      const operationId = await take(core, last, [])
      if (!operationId) return
      const after = snapshot(core)
      const undone = await undoOperation(core.context, operationId)
      await undoOperation(core.context, undone.operationId)
      expect(snapshot(core)).toEqual(after)
    }),
    { numRuns: 60 },
  )
}, 120_000)

type Snapshot = Record<string, unknown[]>

/** Every row of every tracked table, derived columns included. */
function snapshot({ context }: TestCore): Snapshot {
  const { sqlite } = context.database
  return Object.fromEntries(
    trackedShapes(sqlite).map(({ name }) => [name, sqlite.prepare(`SELECT * FROM ${name} ORDER BY id`).all()]),
  )
}

async function take(core: TestCore, step: Step, done: readonly OperationId[]): Promise<OperationId | null> {
  const { context } = core
  const customer = await pickId<CustomerId>(core, 'customers', 'pick' in step ? step.pick : 0)
  const visit = await pickId<VisitId>(core, 'visits', 'pick' in step ? step.pick : 0)
  const followUp = await pickId<FollowUpId>(core, "follow_ups WHERE status = 'open'", 'pick' in step ? step.pick : 0)

  switch (step.do) {
    case 'create': {
      const contact = step.company ? { name: step.word, title: '', phones: [] } : null
      const phones = [{ id: null, label: '', number: '138 0000 0000' }]
      const kind = step.company ? 'company' : 'person'
      return (await createCustomer(context, { kind, name: step.word, phones, values: {}, contact })).operationId
    }
    case 'editName':
    case 'editValue': {
      if (!customer) return null
      const field = step.do === 'editName' ? 'name' : step.field
      const was = (await cardOfCustomer(context, customer)).values[field] ?? null
      const value = field === 'grade' ? 'B' : step.word
      return (await saveValue(context, { id: customer, field, value, was })).operationId
    }
    case 'bulk': {
      const query = { text: '', filters: [], sort: [] }
      return (await saveValueOfMany(context, { query, except: [] }, 'tags', [step.word])).operationId
    }
    case 'phones': {
      if (!customer) return null
      const phones = Array.from({ length: step.count }, (_, at) => ({ id: null, label: '', number: `1380000000${at}` }))
      return (await savePhones(context, customer, phones)).operationId
    }
    case 'contact':
      return customer ? (await saveContact(context, contactNamed(customer, step.word))).operationId : null
    case 'remove':
      return customer ? (await removeCustomers(context, { ids: [customer] })).operationId : null
    case 'visit':
      return customer
        ? (await saveVisit(context, visitOf(customer, { next: appointmentOn(step.on) }))).operationId
        : null
    case 'editVisit': {
      if (!visit) return null
      const { customerId: _, completes: __, next: ___, ...content } = visitOf(1 as CustomerId, { situation: step.word })
      return (await editVisit(context, { id: visit, ...content })).operationId
    }
    case 'removeVisit':
      return visit ? (await removeVisit(context, visit)).operationId : null
    case 'complete': {
      if (!followUp) return null
      const completion = { id: followUp, outcome: '好', channel: 'phone', next: appointmentOn(step.on) }
      return (await completeFollowUp(context, completion)).operationId
    }
    case 'reschedule':
      return followUp ? (await rescheduleFollowUps(context, [followUp], day(step.on), null)).operationId : null
    case 'skip':
      return followUp ? (await skipFollowUp(context, followUp, '不在')).operationId : null
    case 'removeFollowUp':
      return followUp ? (await removeFollowUp(context, followUp)).operationId : null
    case 'field': {
      const known = await context.db
        .selectFrom('fields')
        .select('id')
        .where('label_zh', '=', step.word)
        .executeTakeFirst()
      if (known) return null
      const draft = {
        owner: 'customer' as const,
        labelZh: step.word,
        labelEn: step.word,
        type: 'text' as const,
        section: 'notes',
        choices: [],
      }
      return (await addField(context, draft)).operationId
    }
    case 'undo': {
      const target = done.at(-1)
      if (!target) return null
      const operation = await context.db
        .selectFrom('operations')
        .select('undone_by')
        .where('id', '=', target)
        .executeTakeFirst()
      return operation?.undone_by === null ? (await undoOperation(context, target)).operationId : null
    }
  }
}

async function pickId<T>({ context }: TestCore, from: string, pick: number): Promise<T | undefined> {
  const ids = context.database.sqlite.prepare(`SELECT id FROM ${from} ORDER BY 1`).pluck().all()
  return ids[pick % Math.max(ids.length, 1)] as T | undefined
}

function contactNamed(customerId: CustomerId, name: string) {
  const phones = [{ id: null, label: '', number: '139 0000 0000' }]
  return { ...contactDraft(customerId, name), isPrimary: true, phones }
}
