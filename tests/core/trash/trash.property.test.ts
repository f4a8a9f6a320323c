import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { expect, it } from 'vitest'
import type { ContactId, CustomerId, FollowUpId, OperationId, VisitId } from '#contract/common.ts'
import type { TrashKey } from '#contract/trash.ts'
import { saveAffiliates } from '#core/customers/affiliate-service.ts'
import { removeContact, saveContact } from '#core/customers/contact-service.ts'
import { removeCustomers } from '#core/customers/customer-service.ts'
import { removeFollowUp } from '#core/follow-ups/follow-up-service.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { purgeTrash } from '#core/trash/purge.ts'
import { restoreFromTrash } from '#core/trash/restore.ts'
import { trashPage } from '#core/trash/trash-queries.ts'
import { removeVisit, saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'
import { rowsOfFile } from '../../support/rows-of-file.ts'

const anyStep = record({
  do: constantFrom(
    'removeCustomer',
    'removeTwoCustomers',
    'removeContact',
    'removeVisit',
    'removeFollowUp',
    'restore',
    'restoreTwo',
    'undo',
  ),
  pick: integer({ min: 0, max: 20 }),
})
type Step = typeof anyStep extends { generate(...args: never[]): { value: infer T } } ? T : never

it('never loses a row: whatever is deleted, restored and undone in any order can be restored in the end', async () => {
  await assert(
    asyncProperty(array(anyStep, { minLength: 1, maxLength: 16 }), integer({ min: 0, max: 5 }), async (steps, seed) => {
      await using core = await openTestCore()
      await fill(core)
      const before = rowsButTheirVisit(core)
      const done: OperationId[] = []
      for (const step of steps) {
        const id = await take(core, step, done)
        if (id !== null) done.push(id)
      }
      for (let keys = await keysInTrash(core); keys.length > 0; keys = await keysInTrash(core)) {
        const next = keys.toSorted((one, other) => order(one, seed) - order(other, seed))
        for (const key of next) await restoreFromTrash(core.context, [key])
      }
      expect(rowsButTheirVisit(core)).toEqual(before)
    }),
    { numRuns: 25 },
  )
}, 240_000)

it('forgets what is purged and nothing else', async () => {
  await assert(
    asyncProperty(array(anyStep, { minLength: 1, maxLength: 12 }), async (steps) => {
      await using core = await openTestCore()
      await fill(core)
      const done: OperationId[] = []
      for (const step of steps) {
        const id = await take(core, step, done)
        if (id !== null) done.push(id)
      }
      const living = rowsOfFile(core)
      await purgeTrash(core.context, null)
      expect(rowsOfFile(core)).toEqual(living)
      expect(await keysInTrash(core)).toEqual([])
      const remembered = JSON.stringify(core.context.database.sqlite.prepare('SELECT * FROM changes, operations').all())
      const names = living['customers']?.map((row) => (row as { name: string }).name) ?? []
      for (const name of ['青禾里', '锦绣轩', '张伟'].filter((name) => !names.includes(name))) {
        expect(remembered).not.toContain(name)
      }
    }),
    { numRuns: 25 },
  )
}, 240_000)

/** Two companies that are affiliated, and a person; contacts met at visits, appointments made for them. */
async function fill(core: TestCore): Promise<void> {
  const ids: CustomerId[] = []
  for (const [name, kind] of [
    ['青禾里', 'company'],
    ['锦绣轩', 'company'],
    ['张伟', 'person'],
  ] as const) {
    const id = await core.addCustomer({ name, kind, phones: [{ id: null, label: '', number: '0571 8765 4321' }] })
    const chief = await saveContact(core.context, contactDraft(id, `${name}的老板`))
    const phones = [{ id: null, label: '手机', number: '138 5712 0463' }]
    const helper = await saveContact(core.context, {
      ...contactDraft(id, `${name}的店长`),
      phones,
      reportsTo: chief.id,
    })
    const contactIds = [helper.id, chief.id]
    await saveVisit(core.context, visitOf(id, { contactIds, next: appointmentOn('2026-03-09', `${name}看样`) }))
    ids.push(id)
  }
  const [one, other] = ids
  if (one && other) await saveAffiliates(core.context, one, [{ customerId: other, note: '同一个老板' }])
}

async function take(
  core: TestCore,
  { do: what, pick }: Step,
  done: readonly OperationId[],
): Promise<OperationId | null> {
  const { context } = core
  const ids = (table: string) => context.database.sqlite.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all()
  const one = <T>(list: readonly unknown[]): T | undefined => list[pick % Math.max(list.length, 1)] as T | undefined
  const removed = async <T>(table: string, remove: (id: T) => Promise<{ operationId: OperationId }>) => {
    const id = one<T>(ids(table))
    return id === undefined ? null : (await remove(id)).operationId
  }
  switch (what) {
    case 'removeCustomer':
      return removed<CustomerId>('customers', (id) => removeCustomers(context, { ids: [id] }))
    case 'removeTwoCustomers': {
      const two = ids('customers').slice(0, 2) as CustomerId[]
      return two.length === 0 ? null : (await removeCustomers(context, { ids: two })).operationId
    }
    case 'removeContact':
      return removed<ContactId>('contacts', (id) => removeContact(context, id))
    case 'removeVisit':
      return removed<VisitId>('visits', (id) => removeVisit(context, id))
    case 'removeFollowUp':
      return removed<FollowUpId>('follow_ups', (id) => removeFollowUp(context, id))
    case 'restore':
    case 'restoreTwo': {
      const keys = await keysInTrash(core)
      const chosen = keys.slice(pick % Math.max(keys.length, 1)).slice(0, what === 'restore' ? 1 : 2)
      return chosen.length === 0 ? null : (await restoreFromTrash(context, chosen)).operationId
    }
    case 'undo': {
      const id = one<OperationId>(done)
      const operation = await context.db
        .selectFrom('operations')
        .select('undone_by')
        .where('id', '=', id ?? (0 as OperationId))
        .executeTakeFirst()
      return id !== undefined && operation?.undone_by === null ? (await undoOperation(context, id)).operationId : null
    }
  }
}

async function keysInTrash({ context }: TestCore): Promise<TrashKey[]> {
  const { entries } = await trashPage(context.db, { text: '', entity: null, offset: 0, limit: 200 })
  return entries.map(({ entity, id }) => ({ entity, id }))
}

/** Another order for every seed. */
function order({ entity, id }: TrashKey, seed: number): number {
  return ((entity.length * 31 + id) * (seed * 2 + 7)) % 17
}

/**
 * Which visit a follow-up came from may stay lost when visit, follow-up and its contact were deleted one after the other
 * and come back in a certain order: a known limit, see docs/decisions/0014-trash.md. Everything else must be back.
 */
function rowsButTheirVisit(core: TestCore) {
  const { follow_ups: followUps = [], ...others } = rowsOfFile(core)
  return { ...others, followUps: followUps.map((row) => ({ ...(row as object), from_visit_id: null })) }
}
