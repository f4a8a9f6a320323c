import { beforeEach, describe, expect, it } from 'vitest'
import type { CustomerId } from '#contract/common.ts'
import { saveAddresses } from '#core/customers/address-service.ts'
import { saveAffiliates } from '#core/customers/affiliate-service.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { savePhones } from '#core/customers/customer-service.ts'
import { saveValue } from '#core/customers/save-value.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { write } from '#core/operations/write.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

let core: TestCore
let id: CustomerId

beforeEach(async () => {
  core = await openTestCore()
  id = await core.addCustomer()
  return () => core[Symbol.asyncDispose]()
})

/** What stands in the column, which must be what the card says. */
async function percent(customer = id): Promise<number> {
  const { completeness } = await core.context.db
    .selectFrom('customers')
    .select('completeness')
    .where('id', '=', customer)
    .executeTakeFirstOrThrow()
  const { checks, emptySections } = await cardOfCustomer(core.context, customer)
  expect(checks.complete.percent).toBe(completeness)
  expect(checks.complete.filled + emptySections.length).toBe(14)
  return completeness
}

const oneOf14 = [0, 7, 14, 21, 29, 36, 43, 50, 57, 64]

describe('the completeness of a card', () => {
  it('counts what the program fills in: name, maker and number', async () => {
    expect(await percent()).toBe(oneOf14[3])
  })

  it('follows values, phones, addresses, links and contacts, and every undo', async () => {
    const other = await core.addCustomer({ name: '李四' })
    const steps = [
      await saveValue(core.context, { id, field: 'grade', value: 'A', was: null }),
      await savePhones(core.context, id, [{ id: null, label: '', number: '138' }]),
      await saveAffiliates(core.context, id, [{ customerId: other, note: '' }]),
      await saveContact(core.context, { ...contactDraft(id, '陈国梁'), isDecisionMaker: true }),
    ]
    expect(await percent()).toBe(oneOf14[8])
    expect(await percent(other)).toBe(oneOf14[4])
    for (const { operationId } of steps.toReversed()) await undoOperation(core.context, operationId)
    expect(await percent()).toBe(oneOf14[3])
    expect(await percent(other)).toBe(oneOf14[3])
  })

  it('counts a section once, however much stands in it', async () => {
    await savePhones(core.context, id, [{ id: null, label: '', number: '138' }])
    const address = { id: null, label: '', area: '浙江省杭州市', street: '文三路 100 号', postcode: '' }
    await saveAddresses(core.context, id, [address])
    expect(await percent()).toBe(oneOf14[4])
  })

  it('counts "no" as an answer', async () => {
    const { operationId } = await write(core.context, { kind: 'editField' }, async ({ db }) => {
      await db.updateTable('fields').set({ type: 'yesNo' }).where('key', '=', 'needs').execute()
      return {}
    })
    await saveValue(core.context, { id, field: 'needs', value: false, was: null })
    expect(await percent()).toBe(oneOf14[4])
    expect(operationId).toBeGreaterThan(0)
  })

  it('goes by the weights, for every card at once', async () => {
    const { operationId } = await write(core.context, { kind: 'editSection' }, async ({ db }) => {
      await db.updateTable('sections').set({ weight: 0 }).where('key', '<>', 'name').execute()
      return {}
    })
    const { checks } = await cardOfCustomer(core.context, id)
    expect(checks.complete).toEqual({ level: 'good', percent: 100, filled: 1, of: 1 })
    await undoOperation(core.context, operationId)
    expect(await percent()).toBe(oneOf14[3])
  })

  it('leaves out hidden sections and fields out of use', async () => {
    await write(core.context, { kind: 'editSection' }, async ({ db }) => {
      await db.updateTable('sections').set({ hidden: 1 }).where('key', 'in', ['finances', 'credit']).execute()
      await db.updateTable('fields').set({ retired: 1 }).where('section_key', '=', 'relations').execute()
      return {}
    })
    const { checks } = await cardOfCustomer(core.context, id)
    expect(checks.complete).toMatchObject({ filled: 3, of: 11, percent: 27 })
  })

  it('forgets a layout that was not saved', async () => {
    const failing = write(core.context, { kind: 'editSection' }, async ({ db }) => {
      await db.updateTable('sections').set({ weight: 9 }).execute()
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await saveValue(core.context, { id, field: 'grade', value: 'A', was: null })
    expect(await percent()).toBe(oneOf14[4])
  })
})
