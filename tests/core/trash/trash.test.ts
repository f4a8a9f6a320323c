import { describe, expect, it } from 'vitest'
import type { ContactId, CustomerId } from '#contract/common.ts'
import type { TrashEntity, TrashEntry, TrashKey } from '#contract/trash.ts'
import { removeContact, saveContact } from '#core/customers/contact-service.ts'
import { removeCustomers } from '#core/customers/customer-service.ts'
import { saveValue } from '#core/customers/save-value.ts'
import { removeFollowUp } from '#core/follow-ups/follow-up-service.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { purgeOldTrash, purgeTrash } from '#core/trash/purge.ts'
import { restoreFromTrash } from '#core/trash/restore.ts'
import { trashPage } from '#core/trash/trash-queries.ts'
import { removeVisit, saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'
import { rowsOfFile } from '../../support/rows-of-file.ts'

async function trashOf(core: TestCore, text = '', entity: TrashEntity | null = null): Promise<readonly TrashEntry[]> {
  return (await trashPage(core.context.db, { text, entity, offset: 0, limit: 200 })).entries
}

const keyOf = ({ entity, id }: TrashKey): TrashKey => ({ entity, id })
const customer = (id: CustomerId): TrashKey => ({ entity: 'customer', id })

/** A company with a contact, a visit the contact was met at, and an appointment made then. */
async function addCompany(core: TestCore, name: string) {
  const id = await core.addCustomer({
    name,
    kind: 'company',
    phones: [{ id: null, label: '', number: '0571 8765 4321' }],
  })
  const contact = await saveContact(core.context, {
    ...contactDraft(id, '陈国梁'),
    phones: [{ id: null, label: '手机', number: '138 5712 0463' }],
  })
  const visit = await saveVisit(
    core.context,
    visitOf(id, { contactIds: [contact.id], next: appointmentOn('2026-03-09', '看样') }),
  )
  return { id, contactId: contact.id, visitId: visit.id, followUpId: visit.nextFollowUpId }
}

describe('the trash', () => {
  it('shows what was deleted, newest first, and says what went along, who did it and until when it stays', async () => {
    await using core = await openTestCore()
    const { id } = await addCompany(core, '青禾里')
    const other = await addCompany(core, '锦绣轩')
    await removeCustomers(core.context, { ids: [id] })
    await removeVisit(core.context, other.visitId)

    expect(await trashOf(core)).toMatchObject([
      { entity: 'visit', name: '问新灶台用得怎样', on: '2026-03-02', customerName: '锦绣轩', contacts: 0, visits: 0 },
      { entity: 'customer', name: '青禾里', customerName: '', contacts: 1, visits: 1, purgedOn: '2026-04-01' },
    ])
  })

  it('finds by any part of the name, its pinyin, the number, and the customer it belonged to', async () => {
    await using core = await openTestCore()
    const { id, contactId } = await addCompany(core, '青禾里')
    const other = await addCompany(core, '锦绣轩')
    await removeContact(core.context, contactId)
    await removeFollowUp(core.context, other.followUpId ?? (0 as never))
    await removeCustomers(core.context, { ids: [id] })

    const names = async (text: string, entity: TrashEntity | null = null) =>
      (await trashOf(core, text, entity)).map(({ name }) => name)
    expect(await names('禾')).toEqual(['青禾里', '陈国梁'])
    expect(await names('QINGHE')).toEqual(['青禾里', '陈国梁'])
    expect(await names('青禾里', 'customer')).toEqual(['青禾里'])
    expect(await names('chenguo')).toEqual(['陈国梁'])
    expect(await names('锦绣')).toEqual(['看样'])
    expect(await names('%')).toEqual([])
  })

  it('is paged and counted', async () => {
    await using core = await openTestCore()
    const ids: CustomerId[] = []
    for (const name of ['甲', '乙', '丙', '丁', '戊']) ids.push(await core.addCustomer({ name }))
    await removeCustomers(core.context, { ids })
    const page = await trashPage(core.context.db, { text: '', entity: null, offset: 2, limit: 2 })
    expect(page.count).toBe(5)
    expect(page.entries).toHaveLength(2)
  })

  it('loses an entry when the deletion is undone, and has it again when that is undone too', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer({ name: '青禾里' })
    const removed = await removeCustomers(core.context, { ids: [id] })
    const undone = await undoOperation(core.context, removed.operationId)
    expect(await trashOf(core)).toEqual([])
    const again = await undoOperation(core.context, undone.operationId)
    expect(await trashOf(core)).toMatchObject([{ name: '青禾里', operationId: again.operationId }])
  })

  it('is not where an undo puts what it unmakes', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer({ name: '青禾里' })
    const contact = await saveContact(core.context, contactDraft(id, '陈国梁'))
    await undoOperation(core.context, contact.operationId)
    expect(await trashOf(core)).toEqual([])
  })
})

describe('restoring', () => {
  it('brings one customer of many back with everything that hung on it, and leaves the others', async () => {
    await using core = await openTestCore()
    const one = await addCompany(core, '青禾里')
    const other = await addCompany(core, '锦绣轩')
    const before = rowsOfFile(core)
    await removeCustomers(core.context, { ids: [one.id, other.id] })

    const first = await restoreFromTrash(core.context, [customer(one.id)])
    expect(first).toMatchObject({ restored: 1, left: 0 })
    expect((await trashOf(core)).map(({ name }) => name)).toEqual(['锦绣轩'])

    await restoreFromTrash(core.context, [customer(other.id)])
    expect(await trashOf(core)).toEqual([])
    expect(rowsOfFile(core)).toEqual(before)
  })

  it('restores several, deleted by different operations, at once, and is undone as one', async () => {
    await using core = await openTestCore()
    const { id, contactId, visitId } = await addCompany(core, '青禾里')
    const before = rowsOfFile(core)
    await removeVisit(core.context, visitId)
    await removeContact(core.context, contactId)
    await removeCustomers(core.context, { ids: [id] })
    const deleted = rowsOfFile(core)

    const restored = await restoreFromTrash(core.context, (await trashOf(core)).map(keyOf))
    expect(restored).toMatchObject({ restored: 3, left: 0 })
    expect(rowsOfFile(core)).toEqual(before)

    await undoOperation(core.context, restored.operationId)
    expect(rowsOfFile(core)).toEqual(deleted)
    expect((await trashOf(core)).map(({ entity }) => entity)).toContain('customer')
    await undoOperation(core.context, (await lastOperation(core)) ?? restored.operationId)
    expect(rowsOfFile(core)).toEqual(before)
  })

  it('gives the follow-up its visit again, and the visit its contact', async () => {
    await using core = await openTestCore()
    const { visitId, contactId } = await addCompany(core, '青禾里')
    const before = rowsOfFile(core)
    await removeVisit(core.context, visitId)
    await removeContact(core.context, contactId)
    await restoreFromTrash(core.context, [{ entity: 'contact', id: contactId }])
    await restoreFromTrash(core.context, [{ entity: 'visit', id: visitId }])
    // The contact met at the visit was lost with the visit, before the contact itself went.
    expect(rowsOfFile(core)).toEqual(before)
  })

  it('leaves a contact whose customer is in the trash', async () => {
    await using core = await openTestCore()
    const { id, contactId } = await addCompany(core, '青禾里')
    await removeContact(core.context, contactId)
    await removeCustomers(core.context, { ids: [id] })
    expect(await restoreFromTrash(core.context, [{ entity: 'contact', id: contactId }])).toMatchObject({
      restored: 0,
      left: 1,
    })
    expect(await trashOf(core)).toHaveLength(2)
  })

  it('says so when there is nothing of it in the trash', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    await expect(restoreFromTrash(core.context, [customer(id)])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('goes together with the undo of the whole deletion, before or after it', async () => {
    await using core = await openTestCore()
    const one = await addCompany(core, '青禾里')
    const other = await addCompany(core, '锦绣轩')
    const before = rowsOfFile(core)
    const removed = await removeCustomers(core.context, { ids: [one.id, other.id] })
    const restored = await restoreFromTrash(core.context, [customer(one.id)])
    await undoOperation(core.context, restored.operationId)
    const { keptCount } = await undoOperation(core.context, removed.operationId)
    expect(keptCount).toBe(0)
    expect(rowsOfFile(core)).toEqual(before)
    expect(await trashOf(core)).toEqual([])
  })

  it('brings back the newest state of what was restored, edited and deleted again; the older undo leaves it', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer({ name: '青禾里' })
    const first = await removeCustomers(core.context, { ids: [id] })
    await restoreFromTrash(core.context, [customer(id)])
    await saveValue(core.context, { id, field: 'needs', value: '要夜里施工', was: null })
    const second = await removeCustomers(core.context, { ids: [id] })

    const { kept } = await undoOperation(core.context, first.operationId)
    expect(kept).toMatchObject([{ entity: 'customer', id, changedBy: { id: second.operationId } }])
    await restoreFromTrash(core.context, [customer(id)])
    const row = await core.context.db.selectFrom('customers').select('field_values').executeTakeFirst()
    expect(row?.field_values).toContain('要夜里施工')
  })
})

describe('purging', () => {
  it('is for good: neither the trash nor any undo brings it back, and history does not name it', async () => {
    await using core = await openTestCore()
    const { id } = await addCompany(core, '青禾里')
    const other = await addCompany(core, '锦绣轩')
    const removed = await removeCustomers(core.context, { ids: [id, other.id] })
    const published = nextChange(core)

    expect(await purgeTrash(core.context, [customer(id)])).toEqual({ purged: 1 })
    expect(await published).toBeNull()
    expect((await trashOf(core)).map(({ name }) => name)).toEqual(['锦绣轩'])
    await expect(restoreFromTrash(core.context, [customer(id)])).rejects.toMatchObject({ code: 'NOT_FOUND' })

    await undoOperation(core.context, removed.operationId)
    const names = await core.context.db.selectFrom('customers').select('name').execute()
    expect(names).toEqual([{ name: '锦绣轩' }])
    expect(dump(core)).not.toMatch(/青禾里|qīng hé|qinghe/)
    expect(dump(core)).toContain('锦绣轩')
  })

  it('says that an operation of which nothing is left cannot be undone', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer({ name: '青禾里' })
    const removed = await removeCustomers(core.context, { ids: [id] })
    await purgeTrash(core.context, null)
    await expect(undoOperation(core.context, removed.operationId)).rejects.toMatchObject({ data: { rule: 'purged' } })
  })

  it('takes a deleted customer’s contacts and visits along that were deleted before it', async () => {
    await using core = await openTestCore()
    const { id, contactId, visitId } = await addCompany(core, '青禾里')
    await removeVisit(core.context, visitId)
    await removeContact(core.context, contactId)
    await removeCustomers(core.context, { ids: [id] })
    await purgeTrash(core.context, [customer(id)])
    expect(await trashOf(core)).toEqual([])
    expect(dump(core)).not.toMatch(/青禾里|陈国梁|138 ?5712|问新灶台|看样/)
  })

  it('leaves alone what still belongs to somebody', async () => {
    await using core = await openTestCore()
    const { id, contactId } = await addCompany(core, '青禾里')
    await removeContact(core.context, contactId)
    const before = rowsOfFile(core)
    await purgeTrash(core.context, [{ entity: 'contact', id: contactId as ContactId }])
    expect(rowsOfFile(core)).toEqual(before)
    expect(dump(core)).not.toMatch(/陈国梁|chén guó/)
    await removeCustomers(core.context, { ids: [id] })
    await restoreFromTrash(core.context, [customer(id)])
    expect(rowsOfFile(core)).toEqual(before)
  })

  it('comes by itself after thirty days, not a day earlier', async () => {
    await using core = await openTestCore({ today: '2026-03-02' })
    const id = await core.addCustomer({ name: '青禾里' })
    await removeCustomers(core.context, { ids: [id] })
    const [entry] = await trashOf(core)
    core.setToday('2026-03-31')
    await purgeOldTrash(core.context)
    expect(await trashOf(core)).toHaveLength(1)
    core.setToday(entry?.purgedOn ?? '')
    await purgeOldTrash(core.context)
    expect(await trashOf(core)).toEqual([])
  })
})

async function lastOperation({ context }: TestCore) {
  const row = await context.db.selectFrom('operations').select('id').orderBy('id', 'desc').executeTakeFirst()
  return row?.id
}

async function nextChange({ context }: TestCore): Promise<number | null | undefined> {
  const { value } = await context.changes.watch().next()
  return value as number | null | undefined
}

/** Everything that any table holds. */
function dump({ context }: TestCore): string {
  const { sqlite } = context.database
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all()
  return JSON.stringify(tables.map((table: unknown) => sqlite.prepare(`SELECT * FROM "${String(table)}"`).all()))
}
