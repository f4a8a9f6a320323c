import { expect, it } from 'vitest'
import type { ContactId, CustomerId, OperationId } from '#contract/common.ts'
import type { HistoryEntry } from '#contract/operations.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { removeCustomers, savePhones } from '#core/customers/customer-service.ts'
import { saveValue, saveValueOfMany } from '#core/customers/save-value.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { recordHistory } from '#core/operations/record-history.ts'
import { editVisit, saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { visitOf } from '../../support/visit.ts'

async function historyOf(
  core: TestCore,
  id: number,
  entity: 'customer' | 'contact' | 'visit' | 'followUp' = 'customer',
): Promise<HistoryEntry[]> {
  return (await recordHistory(core.context.db, { entity, id, before: null, limit: 50 })).entries
}

const kinds = (entries: readonly HistoryEntry[]) => entries.map(({ operation }) => operation.kind)

it('tells who changed which value from what to what, newest first, back to the creation', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer({ name: '青禾里' })
  await saveValue(core.context, { id, field: 'needs', value: '要夜里施工', was: null })
  await saveValue(core.context, { id, field: 'name', value: '青禾里茶舍', was: '青禾里' })

  const entries = await historyOf(core, id)
  expect(kinds(entries)).toEqual(['editCustomer', 'editCustomer', 'createCustomer'])
  expect(entries.map(({ changes }) => changes)).toMatchObject([
    [
      {
        entity: 'customer',
        id,
        action: 'changed',
        values: expect.arrayContaining([{ field: 'name', from: '青禾里', to: '青禾里茶舍' }]),
      },
    ],
    [{ values: [{ field: 'needs', from: null, to: '要夜里施工' }] }],
    [{ entity: 'customer', name: '青禾里', action: 'added', values: [] }],
  ])
})

it('tells of parts: phones, contacts, what was said at a visit', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer({ kind: 'company', name: '青禾里' })
  await savePhones(core.context, id, [{ id: null, label: '', number: '138 0000 0000' }])
  const contact = await saveContact(core.context, contactDraft(id, '陈国梁'))
  await saveContact(core.context, {
    ...contactDraft(id, '陈国梁'),
    id: contact.id,
    isPrimary: true,
    title: '总经理',
    isDecisionMaker: true,
  })
  const visit = await saveVisit(core.context, visitOf(id))
  const { customerId: _, completes: __, next: ___, ...content } = visitOf(id, { situation: '说要再看看' })
  await editVisit(core.context, { id: visit.id, ...content })

  expect((await historyOf(core, id)).map(({ changes }) => changes)).toMatchObject([
    [
      {
        entity: 'visit',
        action: 'changed',
        values: [{ field: 'situation', from: '问新灶台用得怎样', to: '说要再看看' }],
      },
    ],
    [{ entity: 'visit', action: 'added' }],
    [
      {
        entity: 'contact',
        name: '陈国梁',
        values: [
          { field: 'title', from: null, to: '总经理' },
          { field: 'isDecisionMaker', from: false, to: true },
        ],
      },
    ],
    [{ entity: 'contact', name: '陈国梁', action: 'added' }],
    [{ entity: 'phone', name: '138 0000 0000', action: 'added' }],
    [{ entity: 'customer', action: 'added' }],
  ])
})

it('names the people and records that a value stands for', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer({ kind: 'company', name: '青禾里' })
  const chief = await saveContact(core.context, contactDraft(id, '陈国梁'))
  const helper = await saveContact(core.context, contactDraft(id, '王芳'))
  await saveContact(core.context, { ...contactDraft(id, '王芳'), id: helper.id, reportsTo: chief.id })
  const visit = await saveVisit(core.context, visitOf(id))
  const { customerId: _, completes: __, next: ___, ...content } = visitOf(id, { contactIds: [chief.id] })
  await editVisit(core.context, { id: visit.id, ...content })

  const [link] = await historyOf(core, helper.id, 'contact')
  expect(link?.changes).toMatchObject([
    { entity: 'contact', id: helper.id, name: '王芳', values: [{ field: 'reportsTo', from: null, to: '陈国梁' }] },
  ])
  const [met] = await historyOf(core, visit.id, 'visit')
  expect(met?.changes).toMatchObject([
    { entity: 'visit', values: [{ field: 'contactNames', from: null, to: '陈国梁' }] },
  ])
})

it('tells of bulk edits, deletion, undo and undo of the undo, and shows a deleted record as well', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer({ name: '青禾里', phones: [{ id: null, label: '', number: '138 0000 0000' }] })
  await core.addCustomer({ name: '张伟' })
  const query = { text: '', filters: [], sort: [] }
  await saveValueOfMany(core.context, { query, except: [] }, 'region', '余杭区')
  const removed = await removeCustomers(core.context, { ids: [id] })
  const back = await undoOperation(core.context, removed.operationId)
  await undoOperation(core.context, back.operationId)

  const entries = await historyOf(core, id)
  expect(entries.map(({ operation, changes }) => [operation.kind, changes.map(({ action }) => action)])).toEqual([
    ['undo', ['removed']],
    ['undo', ['added']],
    ['removeCustomers', ['removed']],
    ['editCustomers', ['changed']],
    ['createCustomer', ['added']],
  ])
})

it('leaves out other customers and what changed nothing', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer({ name: '青禾里' })
  const other = await core.addCustomer({ name: '张伟' })
  await saveValue(core.context, { id: other, field: 'needs', value: '要夜里施工', was: null })
  await saveContact(core.context, contactDraft(other, '陈国梁'))
  expect(kinds(await historyOf(core, id))).toEqual(['createCustomer'])
})

it('is read page by page', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer()
  for (let turn = 0; turn < 7; turn++) {
    const was = turn === 0 ? null : `第 ${turn} 次`
    await saveValue(core.context, { id, field: 'needs', value: `第 ${turn + 1} 次`, was })
  }
  const read: OperationId[] = []
  for (let before: OperationId | null = null, more = true; more;) {
    const page = await recordHistory(core.context.db, { entity: 'customer', id, before, limit: 3 })
    read.push(...page.entries.map(({ operation }) => operation.id))
    before = page.entries.at(-1)?.operation.id ?? null
    more = page.more
  }
  expect(read).toHaveLength(8)
  expect(read).toEqual(read.toSorted((one, other) => other - one))
  expect(new Set(read).size).toBe(8)
})

it('of a contact tells its phones', async () => {
  await using core = await openTestCore()
  const id: CustomerId = await core.addCustomer({ kind: 'company', name: '青禾里' })
  const contact = await saveContact(core.context, contactDraft(id, '陈国梁'))
  const contactId: ContactId = contact.id
  const phones = [{ id: null, label: '手机', number: '139 0000 0000' }]
  await saveContact(core.context, { ...contactDraft(id, '陈国梁'), id: contactId, isPrimary: true, phones })
  const [newest] = await historyOf(core, contactId, 'contact')
  expect(newest?.changes).toMatchObject([{ entity: 'phone', name: '139 0000 0000', action: 'added' }])
})
