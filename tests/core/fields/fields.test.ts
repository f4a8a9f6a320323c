import { describe, expect, it } from 'vitest'
import type { FieldType, FieldValue } from '#contract/fields.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { saveValue } from '#core/customers/save-value.ts'
import { currentLayout } from '#core/fields/field-queries.ts'
import { addField } from '#core/fields/field-service.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

const field = (core: TestCore, type: FieldType, labelZh: string) =>
  addField(core.context, {
    owner: 'customer',
    labelZh,
    labelEn: `${labelZh} en`,
    type,
    section: 'notes',
    choices: type.startsWith('choice') ? [{ labelZh: '红', labelEn: 'Red' }] : [],
  })

it('ships the fourteen items in order, every one with a field', async () => {
  await using core = await openTestCore()
  const { sections, fields } = await currentLayout(core.context.db)
  expect(sections.map(({ labelZh }) => labelZh)).toEqual([
    '客户名称',
    '购买决策人',
    '客户等级',
    '地址、电话',
    '需求状况',
    '财务状况',
    '经营状况',
    '采购状况',
    '信用状况',
    '对外关系',
    '业务联系人',
    '建卡人、日期',
    '统一编号',
    '备注',
  ])
  for (const { key } of sections) expect(fields.filter(({ section }) => section === key)).not.toHaveLength(0)
  for (const { type, choices } of fields) expect(type === 'choice').toBe(choices.length > 0)
})

describe('a custom field', () => {
  const cases: [FieldType, FieldValue, FieldValue][] = [
    ['text', ' 一行 ', '一行'],
    ['longText', '两\n行', '两\n行'],
    ['number', 1234.5, 1234.5],
    ['money', 6_000_000, 6_000_000],
    ['date', '2026-03-02', '2026-03-02'],
    ['partialDate', 'lunar:--08-15', 'lunar:--08-15'],
    ['yesNo', false, false],
    ['choice', 'c1', 'c1'],
    ['choices', ['c1', 'c1'], ['c1']],
    ['tags', ['连锁', ' ', '连锁', '招标'], ['连锁', '招标']],
    ['phone', '0571-88624107', '0571-88624107'],
    ['email', 'a@b.cn', 'a@b.cn'],
    ['link', 'shop.example/a', 'shop.example/a'],
    ['customer', 1, 1],
  ]

  it.each(cases)('of type %s keeps its value', async (type, value, stored) => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const { field: added } = await field(core, type, '灶台')
    await saveValue(core.context, { id, field: added.key, value, was: null })
    expect((await cardOfCustomer(core.context, id)).values[added.key]).toEqual(stored)
    await saveValue(core.context, { id, field: added.key, value: null, was: stored })
    expect((await cardOfCustomer(core.context, id)).values[added.key]).toBeUndefined()
  })

  const wrong: [FieldType, FieldValue, string][] = [
    ['number', '12', 'notANumber'],
    ['number', Number.POSITIVE_INFINITY, 'notANumber'],
    ['money', 1.5, 'notMoney'],
    ['money', 2 ** 60, 'notMoney'],
    ['date', '明天', 'notADate'],
    ['yesNo', 'yes', 'notYesOrNo'],
    ['choice', 'purple', 'unknownChoice'],
    ['email', 'nobody', 'notAnEmail'],
    ['link', 'javascript:alert(1).x', 'notALink'],
    ['customer', 4711, 'unknownCustomer'],
    ['text', 'x'.repeat(1001), 'tooLong'],
  ]

  it.each(wrong)('of type %s refuses %j', async (type, value, problem) => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const { field: added } = await field(core, type, '灶台')
    const save = saveValue(core.context, { id, field: added.key, value, was: null })
    await expect(save).rejects.toMatchObject({ data: { field: added.key, problem } })
  })

  it('cannot have the name of another', async () => {
    await using core = await openTestCore()
    await field(core, 'text', '灶台')
    await expect(field(core, 'number', '灶台')).rejects.toMatchObject({ data: { rule: 'fieldExists' } })
    await expect(field(core, 'text', '等级')).rejects.toMatchObject({ data: { rule: 'fieldExists' } })
  })

  it('goes when its making is undone, and its values do not turn up in the next', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer()
    const made = await field(core, 'text', '灶台')
    await saveValue(core.context, { id, field: made.field.key, value: '6', was: null })
    await undoOperation(core.context, made.operationId)
    const again = await field(core, 'text', '灶台')
    expect((await cardOfCustomer(core.context, id)).values[again.field.key]).toBeUndefined()
  })
})

it('refuses to write what the program keeps itself', async () => {
  await using core = await openTestCore()
  const id = await core.addCustomer()
  for (const key of ['lastContact', 'createdOn', 'primaryContact', 'phones', 'nonsense']) {
    const was = (await cardOfCustomer(core.context, id)).values[key] ?? null
    await expect(saveValue(core.context, { id, field: key, value: '2026-01-01', was })).rejects.toMatchObject({
      data: { problem: 'readOnly' },
    })
  }
})
