import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { attachmentPath } from '#core/attachments/attachment-folder.ts'
import { dataFileName, openCore } from '#core/core.ts'
import { router } from '#core/router.ts'
import { purgeOldTrash } from '#core/trash/purge.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { visitOf } from '../../support/visit.ts'
import { rowsOfFile } from '../../support/rows-of-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const everything = { text: '', entity: null, offset: 0, limit: 50 }

function clientOf({ context }: Pick<TestCore, 'context'>) {
  return createRouterClient(router, { context })
}

it('keeps a deleted field with its values and the conditions of views on it, and purges it after ninety days', async () => {
  await using core = await openTestCore({ today: '2026-03-02' })
  const client = clientOf(core)
  const draft = { owner: 'customer', labelZh: '灶台数', labelEn: 'Stoves', type: 'text', section: 'notes' } as const
  const { field } = await client.fields.add({ ...draft, choices: [] })
  const id = await core.addCustomer({ name: '青禾里', values: { [field.key]: '十二口节能灶' } })
  await client.views.add({
    labelZh: '有灶的',
    labelEn: 'With stoves',
    query: { text: '', filters: [{ field: field.key, operator: 'isNotEmpty', value: null }], sort: [] },
    columns: null,
  })
  const before = rowsOfFile(core)

  await client.fields.remove({ id: field.id })
  expect((await client.trash.list(everything)).entries).toMatchObject([
    { entity: 'field', name: '灶台数', purgedOn: '2026-05-31' },
  ])
  await client.trash.restore({ entries: [{ entity: 'field', id: field.id }] })
  expect(rowsOfFile(core)).toEqual(before)

  await client.fields.remove({ id: field.id })
  core.setToday('2026-05-30')
  await purgeOldTrash(core.context)
  expect((await client.trash.list(everything)).count).toBe(1)
  core.setToday('2026-05-31')
  await purgeOldTrash(core.context)
  expect((await client.trash.list(everything)).count).toBe(0)
  const row = await core.context.db
    .selectFrom('customers')
    .select('field_values')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row.field_values).not.toContain('十二口节能灶')
})

it('keeps the file of a deleted attachment until it is purged, and as long as another card has the same', async () => {
  await using core = await openTestCore()
  const client = clientOf(core)
  const one = await core.addCustomer({ name: '青禾里' })
  const other = await core.addCustomer({ name: '锦绣轩' })
  const add = async (customerId: typeof one, name: string, content: string) => {
    const path = join(dirname(core.context.dataFile), name)
    writeFileSync(path, content)
    const files = [core.context.files.add(path).token]
    await client.attachments.add({ customerId, contactId: null, visitId: null, files })
  }
  await add(one, '合同.pdf', '%PDF-1.7 合同')
  await add(one, '共用.pdf', '%PDF-1.7 共用')
  await add(other, '共用.pdf', '%PDF-1.7 共用')
  const rows = await core.context.db.selectFrom('attachments').selectAll().orderBy('id').execute()
  const [contract, shared] = rows.map(({ sha256 }) => attachmentPath(core.context, sha256))

  for (const { id } of rows.slice(0, 2)) await client.attachments.remove({ id })
  expect((await client.trash.list(everything)).entries).toMatchObject([
    { entity: 'attachment', name: '共用.pdf', customerName: '青禾里' },
    { entity: 'attachment', name: '合同.pdf', customerName: '青禾里' },
  ])
  expect(existsSync(contract ?? '')).toBe(true)
  await client.trash.purge({ entries: null })
  expect(existsSync(contract ?? '')).toBe(false)
  expect(existsSync(shared ?? '')).toBe(true)
})

it('keeps a deleted view', async () => {
  await using core = await openTestCore()
  const client = clientOf(core)
  const [view] = await client.views.list()
  if (!view) throw new Error('no view ships')
  const before = rowsOfFile(core)
  await client.views.remove({ id: view.id })
  expect((await client.trash.list(everything)).entries).toMatchObject([{ entity: 'view', name: view.labelZh }])
  await client.trash.restore({ entries: [{ entity: 'view', id: view.id }] })
  expect(rowsOfFile(core)).toEqual(before)
})

it('does not show the cards that were merged into another', async () => {
  await using core = await openTestCore()
  const client = clientOf(core)
  const one = await core.addCustomer({ name: '青禾里' })
  const other = await core.addCustomer({ name: '青禾里茶舍' })
  await client.duplicates.merge({ survivor: one, others: [other], values: {} })
  expect((await client.trash.list(everything)).count).toBe(0)
  await client.customers.remove({ selection: { ids: [one] } })
  await client.trash.purge({ entries: null })
  const history = JSON.stringify(core.context.database.sqlite.prepare('SELECT * FROM changes').all())
  expect(history).not.toContain('青禾里')
})

it('leaves no trace of a purged customer in the file itself', async () => {
  const dataFolder = temporaryFolder()
  {
    await using core = await openCore({ dataFolder, version: 'test' })
    const client = clientOf(core)
    await client.settings.setUp({
      language: 'zh-CN',
      businessName: '和顺',
      staffName: '林晓雨',
      trade: 'general',
      withSampleData: false,
    })
    const phones = [{ id: null, label: '', number: '138 5712 0463' }]
    const draft = { kind: 'company', phones, values: { needs: '三家门店统一换节能灶' }, contact: null } as const
    const { id } = await client.customers.create({ ...draft, name: '青禾里餐饮' })
    await client.customers.create({ ...draft, name: '锦绣轩酒家' })
    await client.customers.saveValue({ id, field: 'name', value: '青禾里茶舍', was: '青禾里餐饮' })
    await client.customers.saveContact(contactDraft(id, '欧阳国梁'))
    await client.visits.save(visitOf(id, { situation: '仇总嫌蒸汽漏得厉害' }))
    await client.customers.remove({ selection: { ids: [id] } })
    await client.trash.purge({ entries: null })
    expect(statSync(join(dataFolder, `${dataFileName}-wal`)).size).toBe(0)
  }
  const bytes = readFileSync(join(dataFolder, dataFileName))
  for (const trace of ['青禾里', '欧阳国梁', '嫌蒸汽', 'qīng hé lǐ', 'ōu yáng']) {
    expect(bytes.includes(Buffer.from(trace))).toBe(false)
  }
  expect(bytes.includes(Buffer.from('锦绣轩酒家'))).toBe(true)
})
