import { describe, expect, it } from 'vitest'
import type { CustomerId } from '#contract/common.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { removeCustomers } from '#core/customers/customer-service.ts'
import { saveValue, saveValueOfMany } from '#core/customers/save-value.ts'
import { operationsBefore } from '#core/operations/operation-queries.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'
import { rowsOfFile } from '../../support/rows-of-file.ts'

const edit = (core: TestCore, id: CustomerId, field: string, value: string, was: string | null) =>
  saveValue(core.context, { id, field, value, was })

describe('undo and later edits', () => {
  it('keeps and names the value that was changed again since, and takes back the others', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer({ name: '青禾里' })
    const query = { text: '', filters: [], sort: [] }
    const bulk = await saveValueOfMany(core.context, { query, except: [] }, 'region', '余杭区')
    const other = await core.addCustomer({ name: '张伟' })
    await edit(core, id, 'region', '滨江区', '余杭区')

    const { kept, keptCount } = await undoOperation(core.context, bulk.operationId)

    expect(keptCount).toBe(1)
    expect(kept).toMatchObject([
      { entity: 'customer', id, name: '青禾里', fields: ['region'], changedBy: { kind: 'editCustomer' } },
    ])
    expect((await cardOfCustomer(core.context, id)).values['region']).toBe('滨江区')
    expect((await cardOfCustomer(core.context, other)).values['region']).toBeUndefined()
  })

  it('takes one field back although another field of the same customer was edited since', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const first = await edit(core, id, 'region', '余杭区', null)
    await edit(core, id, 'needs', '要夜里施工', null)

    const { keptCount } = await undoOperation(core.context, first.operationId)

    expect(keptCount).toBe(0)
    expect((await cardOfCustomer(core.context, id)).values).toMatchObject({ needs: '要夜里施工' })
    expect((await cardOfCustomer(core.context, id)).values['region']).toBeUndefined()
  })

  it('does not delete a customer whom somebody has visited since', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer({ name: '青禾里' })
    await saveVisit(core.context, visitOf(id))
    const created = (await operationsBefore(core.context.db, null, 10)).find(({ kind }) => kind === 'createCustomer')

    const { kept } = await undoOperation(core.context, created?.id ?? (0 as never))

    expect(kept).toMatchObject([{ entity: 'customer', id, name: '青禾里' }])
    expect((await cardOfCustomer(core.context, id)).lastVisit).not.toBeNull()
  })

  it('keeps a record whole: what it made together with one that stays is not taken away from it', async () => {
    await using core = await openTestCore()
    const contact = { name: '陈国梁', title: '总经理', phones: [{ id: null, label: '手机', number: '138 5712 0463' }] }
    const id = await core.addCustomer({ name: '青禾里', kind: 'company', contact })
    await saveVisit(core.context, visitOf(id))
    const before = rowsOfFile(core)
    const created = (await operationsBefore(core.context.db, null, 10)).find(({ kind }) => kind === 'createCustomer')

    const { kept, keptCount } = await undoOperation(core.context, created?.id ?? (0 as never))

    expect(rowsOfFile(core)).toEqual(before)
    expect(keptCount).toBe(1)
    expect(kept).toMatchObject([{ entity: 'customer', id, name: '青禾里' }])
  })

  it('brings a deleted customer back with everything that hung on it', async () => {
    await using core = await openTestCore()
    const contact = { name: '陈国梁', title: '总经理', phones: [{ id: null, label: '手机', number: '138 5712 0463' }] }
    const id = await core.addCustomer({ name: '青禾里', kind: 'company', contact })
    await saveVisit(core.context, visitOf(id, { next: appointmentOn('2026-03-09') }))
    const before = await cardOfCustomer(core.context, id)

    const removed = await removeCustomers(core.context, { ids: [id] })
    await expect(cardOfCustomer(core.context, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await undoOperation(core.context, removed.operationId)

    const after = await cardOfCustomer(core.context, id)
    // When it was last edited is all that tells.
    expect(after).toEqual({ ...before, changedAt: after.changedAt, checks: after.checks })
    expect(after.checks.complete).toEqual(before.checks.complete)
    expect(after).toMatchObject({ contacts: [{ name: '陈国梁' }], nextContact: { dueOn: '2026-03-09' } })
  })

  it('refuses to take the same operation back twice', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const { operationId } = await edit(core, id, 'region', '余杭区', null)
    await undoOperation(core.context, operationId)
    await expect(undoOperation(core.context, operationId)).rejects.toMatchObject({ data: { rule: 'alreadyUndone' } })
  })

  it('never gives the number of a deleted customer to another', async () => {
    await using core = await openTestCore()
    const first = await core.addCustomer()
    const { number } = await cardOfCustomer(core.context, first)
    await removeCustomers(core.context, { ids: [first] })
    const second = await core.addCustomer()
    expect((await cardOfCustomer(core.context, second)).number).not.toBe(number)
  })
})

it('refuses a write that belongs to no operation', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer()
  const write = core.context.db.updateTable('customers').set({ name: '改了' }).where('id', '=', id).execute()
  await expect(write).rejects.toThrow('write outside an operation')
})
