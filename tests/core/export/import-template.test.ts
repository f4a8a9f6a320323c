import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre'
import { expect, it } from 'vitest'
import { cardsOfCustomers } from '#core/customers/customer-queries.ts'
import { importTemplate } from '#core/export/import-template.ts'
import { editField } from '#core/fields/edit-field.ts'
import { currentLayout } from '#core/fields/field-queries.ts'
import { addField, moveField } from '#core/fields/field-service.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { importOf } from '../../support/import.ts'
import { readCells } from '../../support/read-export.ts'
import { temporaryFolder } from '../../support/sheets.ts'

async function field({ context }: TestCore, key: string) {
  const { fields } = await currentLayout(context.db)
  const found = fields.find((one) => one.key === key)
  if (!found) throw new Error(`no field ${key}`)
  return found
}

async function template({ context }: TestCore, language: 'zh-CN' | 'en' = 'zh-CN') {
  const { token } = await importTemplate(context, language)
  return context.files.pathOf(token)
}

it('has a column for every field in use, as the layout has them now', async () => {
  await using core = await openTestCore()
  const { context } = core
  const draft = { owner: 'customer' as const, section: 'address', choices: [] }
  const { field: stove } = await addField(context, { ...draft, labelZh: '灶台', labelEn: 'Stoves', type: 'number' })
  await editField(context, (await field(core, 'wechat')).id, { labelZh: '微信' })
  await editField(context, (await field(core, 'email')).id, { hidden: true })
  await editField(context, (await field(core, 'taxNumber')).id, { retired: true })
  await moveField(context, stove.id, 'address', (await field(core, 'phones')).id)

  const [heads = []] = await readCells(await template(core), '客户')
  const start = heads.indexOf('灶台')
  expect(heads.slice(start, start + 8)).toEqual([
    '灶台',
    '电话',
    '微信',
    '地址 省市区',
    '地址',
    '地址 邮编',
    '开票抬头',
    '开户行',
  ])
  // Neither what is hidden, out of use or kept by the program, nor what is sensitive.
  for (const label of ['邮箱', '税号', '建卡日期', '上次联系', '完整度', '银行账号']) expect(heads).not.toContain(label)
  const english = await readCells(await template(core, 'en'), 'Customers')
  expect(english[0]).toEqual(expect.arrayContaining(['Stoves', 'Address area', 'Address']))
})

it('offers choices as lists and says how each field is filled in', async () => {
  await using core = await openTestCore()
  const path = await template(core)
  const { sheets } = await readXlsx(await readFile(path))
  expect(sheets.map(({ name }) => name)).toEqual(['客户', '填写说明', '选项'])
  const [heads = []] = await readCells(path, '客户')
  const grade = sheets[0]?.dataValidations?.find(({ range }) => range.startsWith(columnOf(heads.indexOf('等级'))))
  expect(grade).toMatchObject({ type: 'list' })
  const lists = await readCells(path, '选项')
  const place = lists[0]?.indexOf('等级') ?? -1
  expect(grade?.formula1).toBe(`'选项'!$${columnOf(place)}$2:$${columnOf(place)}$5`)
  expect(lists.slice(1, 5).map((row) => row[place])).toEqual(['A 重点客户', 'B 普通客户', 'C 一般客户', 'D 待定'])
  const guide = await readCells(path, '填写说明')
  expect(guide).toContainEqual(['名称', '是', expect.stringContaining('公司名称')])
  expect(guide.every(([, , how]) => how !== '')).toBe(true)
})

it('is taken in whole once it is filled in', async () => {
  await using core = await openTestCore()
  const [heads = []] = await readCells(await template(core), '客户')
  const filled: Record<string, string> = {
    名称: '青禾里餐饮有限公司',
    等级: 'A 重点客户',
    电话: '0571-88624107；13857120463',
    '地址 省市区': '浙江省杭州市西湖区',
    地址: '文三路478号',
    '地址 邮编': '310012',
    负责人: '周敏',
    标签: '连锁、餐饮协会',
  }
  await using folder = await temporaryFolder()
  const path = await folder.file('客户.csv', [heads, heads.map((head) => filled[String(head)] ?? '')].join('\n'))
  using wizard = await importOf(core.context, path)
  for (const head of Object.keys(filled)) expect(Object.keys(wizard.targets())).toContain(head)
  expect(await wizard.run()).toMatchObject({ created: 1, leftOut: 0 })
  const rows = await core.context.db.selectFrom('customers').select('id').execute()
  const [card] = await cardsOfCustomers(
    core.context,
    rows.map(({ id }) => id),
  )
  expect(card).toMatchObject({
    name: '青禾里餐饮有限公司',
    values: { grade: 'A', tags: ['连锁', '餐饮协会'], owner: expect.any(String) },
    phones: [{ number: '0571-88624107' }, { number: '13857120463' }],
    addresses: [{ area: '浙江省杭州市西湖区', street: '文三路478号', postcode: '310012', label: '' }],
  })
})

function columnOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnOf(Math.floor(index / 26) - 1) + columnOf(index % 26)
}
