import { expect, it } from 'vitest'
import type { TradeKey } from '#contract/fields.ts'
import { openDatabase } from '#core/db/open.ts'
import { applyTemplate, tradeTemplates } from '#core/fields/apply-template.ts'
import { editField } from '#core/fields/edit-field.ts'
import { currentLayout } from '#core/fields/field-queries.ts'
import { addField, removeField } from '#core/fields/field-service.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

const trades: TradeKey[] = ['general', 'decoration', 'beauty', 'maintenance']

async function template({ context }: TestCore, key: TradeKey) {
  const found = (await tradeTemplates(context.db)).find((one) => one.key === key)
  if (!found) throw new Error(`no template ${key}`)
  return found
}

it.each([
  ['decoration', ['小区', '户型', '房屋面积', '工程阶段', '开工日', '中期款日', '竣工日', '质保到期']],
  ['beauty', ['项目偏好', '会员卡号', '余次', '周期天数', '过敏史']],
  ['maintenance', ['设备型号', '序列号', '安装日', '保养周期', '保修到期']],
] as const)('%s brings a section with what the trade keeps', async (key, labels) => {
  await using core = await openTestCore()
  const { sections, fields, hides } = await template(core, key)
  expect(fields.map(({ labelZh }) => labelZh)).toEqual(labels)
  await applyTemplate(core.context, key)
  const layout = await currentLayout(core.context.db)
  const places = layout.sections.map((section) => section.key)
  expect(places.indexOf('needs')).toBe(places.indexOf(sections[0]?.key ?? '') + 1)
  const own = layout.fields.filter((field) => field.section === sections[0]?.key)
  expect(own.map(({ labelZh }) => labelZh)).toEqual(labels)
  expect(
    layout.fields
      .filter(({ hidden }) => hidden)
      .map((field) => field.key)
      .toSorted(),
  ).toEqual(hides.toSorted())
})

it('can be looked at before the first run', async () => {
  await using core = await openTestCore()
  const afterwards = await tradeTemplates(core.context.db)
  const database = openDatabase(':memory:')
  expect(await tradeTemplates(database.db)).toEqual(afterwards)
  await database.db.destroy()
})

it('keeps allergies to itself', async () => {
  await using core = await openTestCore()
  const { fields } = await template(core, 'beauty')
  expect(fields.filter(({ sensitive }) => sensitive).map(({ labelZh }) => labelZh)).toEqual(['过敏史'])
})

it.each(trades)('%s applied twice adds nothing, and undone nothing was there', async (key) => {
  await using core = await openTestCore()
  const { context } = core
  const before = await currentLayout(context.db)
  const { operationId } = await applyTemplate(context, key)
  const once = await currentLayout(context.db)
  expect(await template(core, key)).toMatchObject({ sections: [], fields: [], shows: [], hides: [] })
  await applyTemplate(context, key)
  expect(await currentLayout(context.db)).toEqual(once)
  await undoOperation(context, operationId)
  expect(await currentLayout(context.db)).toEqual(before)
})

it('knows its fields again under another name, and those the owner has made alike', async () => {
  await using core = await openTestCore()
  const { context } = core
  await addField(context, {
    owner: 'customer',
    labelZh: '小区',
    labelEn: 'Quarter',
    type: 'text',
    section: 'name',
    choices: [],
  })
  expect((await template(core, 'decoration')).fields.map(({ labelZh }) => labelZh)).not.toContain('小区')
  await applyTemplate(context, 'decoration')
  const { fields } = await currentLayout(context.db)
  const area = fields.find(({ labelZh }) => labelZh === '房屋面积')
  await editField(context, area?.id ?? 0, { labelZh: '建筑面积', labelEn: 'Built area' })
  expect((await template(core, 'decoration')).fields).toEqual([])
})

it('hides nothing that is filled in, and shows again what another trade had hidden', async () => {
  await using core = await openTestCore()
  const { context } = core
  await core.addCustomer({ kind: 'company', values: { employees: 12 } })
  expect((await template(core, 'beauty')).hides).not.toContain('employees')
  await applyTemplate(context, 'beauty')
  const { shows } = await template(core, 'general')
  expect(shows).toContain('supplier')
  await applyTemplate(context, 'general')
  expect((await currentLayout(context.db)).fields.filter(({ hidden }) => hidden)).toEqual([])
})

it('starts a field anew that was deleted, so that its old values stay away', async () => {
  await using core = await openTestCore()
  const { context } = core
  await applyTemplate(context, 'maintenance')
  const model = async () => (await currentLayout(context.db)).fields.find(({ labelZh }) => labelZh === '设备型号')
  const first = await model()
  const removed = await removeField(context, first?.id ?? 0)
  await applyTemplate(context, 'maintenance')
  const second = await model()
  expect(second?.key).not.toBe(first?.key)
  await removeField(context, second?.id ?? 0)
  await undoOperation(context, removed.operationId)
  expect(await model()).toEqual(first)
})
