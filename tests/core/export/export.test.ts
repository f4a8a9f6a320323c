import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportPlan, ExportReport } from '#contract/exports.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { exportCustomers } from '#core/export/export-service.ts'
import { editField } from '#core/fields/edit-field.ts'
import { fieldsByKey } from '#core/fields/field-queries.ts'
import { addField } from '#core/fields/field-service.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'
import { readCells } from '../../support/read-export.ts'

const everything: ExportPlan = {
  selection: { query: { text: '', filters: [], sort: [{ field: 'number', direction: 'asc' }] }, except: [] },
  format: 'xlsx',
  encoding: 'utf-8',
  columns: null,
  withSensitive: true,
  language: 'zh-CN',
  sheets: { contacts: true, visits: true, followUps: true },
  name: '客户',
}

async function run(core: TestCore, plan: Partial<ExportPlan> = {}): Promise<ExportReport> {
  for await (const event of exportCustomers(core.context, { ...everything, ...plan })) {
    if (event.type === 'done') return event.report
  }
  throw new Error('The export ended without a report')
}

const pathOf = (core: TestCore, report: ExportReport) => core.context.files.pathOf(report.file.token)

describe('a workbook', () => {
  it('holds a sheet each, with as many rows as the database', async () => {
    await using core = await openTestCore()
    const phones = [{ id: null, label: '手机', number: '013857120463' }]
    const id = await core.addCustomer({
      name: '青禾里',
      kind: 'company',
      contact: { name: '陈国梁', title: '总经理', phones },
    })
    await core.addCustomer({ name: '张伟' })
    await saveVisit(core.context, visitOf(id, { next: appointmentOn('2026-03-09', '看样机') }))

    const report = await run(core)

    expect(report.counts).toEqual([
      { sheet: 'customers', rows: 2 },
      { sheet: 'contacts', rows: 1 },
      { sheet: 'visits', rows: 1 },
      { sheet: 'followUps', rows: 1 },
    ])
    const [head, ...rows] = await readCells(pathOf(core, report), '联系人')
    expect(head).toContain('联系人姓名')
    expect(rows[0]).toEqual(expect.arrayContaining(['青禾里', '陈国梁', '总经理', '013857120463', '手机']))
  })

  it('types its cells: days, numbers and money are values, phones are text', async () => {
    await using core = await openTestCore()
    const money = await addField(core.context, {
      owner: 'customer',
      labelZh: '累计成交',
      labelEn: 'Total',
      type: 'money',
      section: null,
      choices: [],
    })
    const values = {
      employees: 86,
      [money.field.key]: 18_640_029,
      contractEndsOn: '2026-12-31',
      birthday: 'lunar:--08-15',
      grade: 'A',
      tags: ['连锁', '餐饮协会'],
    }
    await core.addCustomer({ name: '青禾里', values, phones: [{ id: null, label: '', number: '0571 8862 4107' }] })
    const report = await run(core, {
      columns: ['name', 'phones', 'employees', money.field.key, 'contractEndsOn', 'birthday', 'grade', 'tags'],
    })
    expect(await readCells(pathOf(core, report), '客户')).toEqual([
      ['名称', '电话', '员工人数', '累计成交', '合同到期', '生日', '等级', '标签'],
      ['青禾里', '0571 8862 4107', 86, 186_400.29, '2026-12-31', '农历八月十五', 'A 重点客户', '连锁、餐饮协会'],
    ])
  })

  it('has its heads in the language asked for', async () => {
    await using core = await openTestCore()
    await core.addCustomer({ values: { grade: 'B' } })
    const report = await run(core, { columns: ['name', 'grade'], language: 'en' })
    expect(await readCells(pathOf(core, report), 'Customers')).toEqual([
      ['Name', 'Grade'],
      ['王芳', 'B regular customer'],
    ])
  })

  it('says when a text was too long for a cell', async () => {
    await using core = await openTestCore()
    await core.addCustomer({ values: { notes: '长'.repeat(40_000) } })
    expect((await run(core)).cutTexts).toBe(1)
    expect((await run(core, { format: 'csv' })).cutTexts).toBe(0)
  })
})

describe('a CSV file', () => {
  it('begins with a byte order mark and holds nothing that a spreadsheet would run', async () => {
    await using core = await openTestCore()
    const names = ['=HYPERLINK("http://x")', '@SUM(A1)', '-2+3', '+86 138', '普通, "客户"']
    for (const name of names) await core.addCustomer({ name })
    const report = await run(core, {
      format: 'csv',
      columns: ['name'],
      selection: { query: { text: '', filters: [], sort: [] }, except: [] },
    })
    const text = readFileSync(pathOf(core, report), 'utf8')
    expect(text.startsWith('\uFEFF名称\r\n')).toBe(true)
    const lines = text.trim().split('\r\n').slice(1)
    expect(lines).toHaveLength(names.length)
    for (const line of lines) expect(line.replace(/^"/, '')).not.toMatch(/^[=+\-@]/)
  })

  it('can be GB18030', async () => {
    await using core = await openTestCore()
    await core.addCustomer({ name: '青禾里餐饮' })
    const report = await run(core, { format: 'csv', columns: ['name'], encoding: 'gb18030' })
    expect(new TextDecoder('gb18030').decode(readFileSync(pathOf(core, report)))).toBe('名称\r\n青禾里餐饮\r\n')
  })
})

it('exports the customers that were chosen, in the order of the list', async () => {
  await using core = await openTestCore()
  const first = await core.addCustomer({ name: '甲' })
  await core.addCustomer({ name: '乙' })
  const third = await core.addCustomer({ name: '丙' })
  const report = await run(core, { columns: ['name'], selection: { ids: [third, first] } })
  expect((await readCells(pathOf(core, report), '客户')).flat()).toEqual(['名称', '丙', '甲'])
})

it('gives every phone a column', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer({
    name: '甲',
    phones: [
      { id: null, label: '', number: '1' },
      { id: null, label: '传真', number: '2' },
    ],
  })
  await core.addCustomer({ name: '乙' })
  await saveContact(core.context, { ...contactDraft(id, '丁'), phones: [{ id: null, label: '', number: '9' }] })
  const report = await run(core, { columns: ['name', 'phones'] })
  expect(await readCells(pathOf(core, report), '客户')).toEqual([
    ['名称', '电话', '电话 类型', '电话 2', '电话 2 类型'],
    ['甲', '1', '', '2', '传真'],
    ['乙', '', '', '', ''],
  ])
})

it('throws away what was written when it is stopped', async () => {
  await using core = await openTestCore()
  for (let at = 0; at < 20; at++) await core.addCustomer({ values: { notes: 'x'.repeat(60_000) } })
  const events = exportCustomers(core.context, { ...everything, format: 'csv' })
  expect((await events.next()).value).toMatchObject({ type: 'progress' })
  await events.return(undefined)
  expect(readdirSync(join(dirname(core.context.dataFile), 'files'))).toEqual([])
})

it('lets nothing sensitive out of the file unless it was ticked for this one', async () => {
  await using core = await openTestCore()
  const { context } = core
  const role = (await fieldsByKey(context.db, 'contact')).get('role')
  await editField(context, role?.id ?? 0, { sensitive: true })
  const id = await core.addCustomer({ values: { bankAccount: '6222 0001', grade: 'A' } })
  await saveContact(context, { ...contactDraft(id, '丁'), role: 'buyer' })
  const cells = async (plan: Partial<ExportPlan>) => {
    const path = pathOf(core, await run(core, plan))
    return [...(await readCells(path, '客户')), ...(await readCells(path, '联系人'))].flat()
  }
  for (const columns of [null, ['name', 'bankAccount', 'grade']]) {
    const kept = await cells({ columns, withSensitive: false })
    for (const secret of ['银行账号', '6222 0001', '采购负责人']) expect(kept).not.toContain(secret)
    const ticked = await cells({ columns, withSensitive: true })
    for (const secret of ['银行账号', '6222 0001', '采购负责人']) expect(ticked).toContain(secret)
  }
})
