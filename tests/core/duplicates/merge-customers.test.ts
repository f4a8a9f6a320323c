import { describe, expect, it } from 'vitest'
import type { CustomerId, OperationId } from '#contract/common.ts'
import type { CustomerDraft } from '#contract/customers.ts'
import type { ValueSource } from '#contract/duplicates.ts'
import { confirmCustomer } from '#core/customers/confirm-customer.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { cardOfCustomer } from '#core/customers/customer-queries.ts'
import { saveValue } from '#core/customers/save-value.ts'
import { compareCustomers } from '#core/duplicates/compare-customers.ts'
import { mergeCustomers } from '#core/duplicates/merge-customers.ts'
import { addField } from '#core/fields/field-service.ts'
import { operationById } from '#core/operations/operation-queries.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

const nobody = 999 as CustomerId

describe('which value is proposed', () => {
  it.each<[string, CustomerDraft['values'], CustomerDraft['values'], Record<string, number | 'all'>]>([
    ['nothing to choose where one is empty', { region: '西湖区' }, { preferences: '要发票' }, {}],
    ['nothing to choose where only blanks, width or capitals differ', { site: 'A座 1F' }, { site: 'ａ座1f' }, {}],
    ['the fuller of two texts', { region: '西湖区' }, { region: '杭州西湖区' }, { region: 1 }],
    ['all of two long texts', { needs: '想换灶台' }, { needs: '想要发票' }, { needs: 'all' }],
    ['the long text that holds the other', { needs: '想换灶台，要快' }, { needs: '想换灶台' }, { needs: 0 }],
    ['all tags', { tags: ['老客户'] }, { tags: ['急'] }, { tags: 'all' }],
    ['the longer list when it holds the other', { tags: ['急'] }, { tags: ['老客户', '急'] }, { tags: 1 }],
    ['the value of the card that stays, of two as old', { grade: 'A' }, { grade: 'B' }, { grade: 0 }],
  ])('%s', async (_, one, other, expected) => {
    await using core = await openTestCore()
    const ids = [await core.addCustomer({ values: one }), await core.addCustomer({ values: other })]
    const { differences } = await compareCustomers(core.context, ids)
    const suggested = differences.map(({ field, suggested: source }): [string, number | 'all'] => [
      field,
      source === 'all' ? source : ids.indexOf(source),
    ])
    expect(Object.fromEntries(suggested)).toEqual(expected)
  })

  it('of two that say different things the one written later', async () => {
    await using core = await openTestCore()
    const [one, other] = await twoCustomers(core, { values: { grade: 'A' } }, { values: { grade: 'C' } })
    core.setToday('2026-03-09')
    await saveValue(core.context, { id: other, field: 'grade', value: 'B', was: 'C' })
    core.setToday('2026-03-10')
    await saveValue(core.context, { id: one, field: 'needs', value: '灶台', was: null })
    const { survivor, differences } = await compareCustomers(core.context, [one, other])
    expect(survivor).toBe(one)
    expect(differences).toEqual([{ field: 'grade', suggested: other, canHoldAll: false }])
  })

  it('of names the longest', async () => {
    await using core = await openTestCore()
    const ids = [
      await core.addCustomer({ kind: 'company', name: '青禾里（西湖店）' }),
      await core.addCustomer({ kind: 'company', name: '青禾里餐饮管理有限公司' }),
      await core.addCustomer({ kind: 'company', name: '青禾里' }),
    ]
    const { differences } = await compareCustomers(core.context, ids)
    expect(differences).toMatchObject([{ field: 'name', suggested: ids[1] }])
  })

  it('asks about the pinyin only where the names are the same', async () => {
    await using core = await openTestCore()
    const [one, other, third] = [
      await core.addCustomer({ name: '单志远' }),
      await core.addCustomer({ name: '单志远', values: { reading: 'dān zhì yuǎn' } }),
      await core.addCustomer({ name: '单先生' }),
    ]
    expect((await compareCustomers(core.context, [one, other])).differences).toMatchObject([{ field: 'reading' }])
    expect((await compareCustomers(core.context, [one, third])).differences).toMatchObject([{ field: 'name' }])
  })
})

describe('the one card that stays', () => {
  it('holds what was chosen, and what only one of them said', async () => {
    await using core = await openTestCore()
    const [one, other] = await twoCustomers(
      core,
      { name: '青禾里', values: { grade: 'A', needs: '想换灶台', tags: ['急'], region: '西湖区' } },
      {
        name: '单记饭店',
        values: { grade: 'B', needs: '要发票', tags: ['老客户', '急'], wechat: 'wx_shan', region: '余杭区' },
      },
    )
    await merge(core, one, [other], { name: other, grade: other, region: one })
    expect((await cardOfCustomer(core.context, one)).values).toMatchObject({
      name: '单记饭店',
      reading: 'shàn jì fàn diàn',
      grade: 'B',
      needs: '想换灶台\n\n要发票',
      tags: ['老客户', '急'],
      region: '西湖区',
      wechat: 'wx_shan',
      number: 'K20260001',
    })
  })

  it('takes the suggestion where a choice makes no sense', async () => {
    await using core = await openTestCore()
    const [one, other] = await twoCustomers(core, { values: { grade: 'A' } }, { values: { grade: 'B' } })
    await merge(core, one, [other], { grade: 'all' })
    expect((await cardOfCustomer(core.context, one)).values['grade']).toBe('A')
    const third = await core.addCustomer({ values: { grade: 'C' } })
    await merge(core, one, [third], { grade: nobody })
    expect((await cardOfCustomer(core.context, one)).values['grade']).toBe('A')
  })

  it('was made when the first of them was, and is confirmed as the last of them was', async () => {
    await using core = await openTestCore({ today: '2026-01-05' })
    const first = await core.addCustomer()
    core.setToday('2026-02-01')
    const second = await core.addCustomer()
    await confirmCustomer(core.context, first)
    await merge(core, second, [first])
    const { values, number } = await cardOfCustomer(core.context, second)
    expect(values).toMatchObject({ createdOn: '2026-01-05', confirmedOn: '2026-02-01' })
    expect(number).toBe('K20260002')
    const next = await core.addCustomer()
    expect((await cardOfCustomer(core.context, next)).number).toBe('K20260003')
  })

  it('has every contact after its own, one of them primary, each with their phones', async () => {
    await using core = await openTestCore()
    const [one, other] = await twoCustomers(core, { kind: 'company' }, { kind: 'company' })
    const number = { id: null, label: '', number: '13800130001' }
    for (const [id, name] of [
      [one, '周经理'],
      [other, '吴总'],
      [other, '小郑'],
    ] as const) {
      await saveContact(core.context, { ...contactDraft(id, name), phones: [number] })
    }
    await merge(core, one, [other])
    const { contacts } = await cardOfCustomer(core.context, one)
    expect(contacts.map(({ name, isPrimary, phones }) => [name, isPrimary, phones.length])).toEqual([
      ['周经理', true, 1],
      ['吴总', false, 1],
      ['小郑', false, 1],
    ])
  })

  it('is where the others were named, and never points to itself', async () => {
    await using core = await openTestCore()
    const { field } = await addField(core.context, {
      owner: 'customer',
      labelZh: '介绍人',
      labelEn: 'Introduced by',
      type: 'customer',
      section: 'notes',
      choices: [],
    })
    const [one, other] = await twoCustomers(core)
    const third = await core.addCustomer({ values: { [field.key]: other } })
    await saveValue(core.context, { id: one, field: field.key, value: other, was: null } as never)
    const { operationId } = await merge(core, one, [other])
    expect((await cardOfCustomer(core.context, third)).values[field.key]).toBe(one)
    expect((await cardOfCustomer(core.context, one)).values[field.key]).toBeUndefined()
    await undoOperation(core.context, operationId)
    expect((await cardOfCustomer(core.context, third)).values[field.key]).toBe(other)
  })

  it('says what moved, and history says what happened', async () => {
    await using core = await openTestCore()
    const [one, other] = await twoCustomers(core)
    await saveVisit(core.context, visitOf(other, { next: appointmentOn('2026-03-09') }))
    const { moved, operationId } = await merge(core, one, [other])
    expect(moved).toEqual({ visits: 1, followUps: 1, contacts: 0, attachments: 0 })
    expect(await operationById(core.context.db, operationId)).toMatchObject({
      kind: 'mergeCustomers',
      subject: { name: '王芳', count: 2, customerId: one },
    })
  })
})

describe('what cannot be merged', () => {
  it('is a card with itself', async () => {
    await using core = await openTestCore()
    const one = await core.addCustomer()
    await expect(merge(core, one, [one])).rejects.toMatchObject({ data: { rule: 'mergeWithItself' } })
    await expect(compareCustomers(core.context, [one, one])).rejects.toMatchObject({ code: 'RULE_BROKEN' })
  })

  it('is a card that is gone, and nothing has changed', async () => {
    await using core = await openTestCore()
    const [one, other] = await twoCustomers(core)
    await expect(merge(core, one, [other, nobody])).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await cardOfCustomer(core.context, other)).name).toBe('王芳')
  })

  it('are texts too long to stand together, unless one is chosen', async () => {
    await using core = await openTestCore()
    const [one, other] = await twoCustomers(
      core,
      { values: { needs: '甲'.repeat(60_000) } },
      { values: { needs: '乙'.repeat(60_000) } },
    )
    await expect(merge(core, one, [other])).rejects.toMatchObject({ data: { field: 'needs', problem: 'tooLong' } })
    await merge(core, one, [other], { needs: other })
    expect((await cardOfCustomer(core.context, one)).values['needs']).toHaveLength(60_000)
  })
})

it('keeps what somebody changed after the merge when it is undone', async () => {
  await using core = await openTestCore()
  const [one, other] = await twoCustomers(core, { values: { grade: 'A' } }, { values: { region: '西湖区' } })
  const { operationId } = await merge(core, one, [other])
  await saveValue(core.context, { id: one, field: 'region', value: '余杭区', was: '西湖区' })
  const { kept } = await undoOperation(core.context, operationId)
  expect(kept).toMatchObject([{ entity: 'customer', fields: ['region'] }])
  expect((await cardOfCustomer(core.context, one)).values['region']).toBe('余杭区')
  expect((await cardOfCustomer(core.context, other)).values['region']).toBe('西湖区')
})

async function twoCustomers(
  { addCustomer }: TestCore,
  one: Partial<CustomerDraft> = {},
  other: Partial<CustomerDraft> = {},
): Promise<readonly [CustomerId, CustomerId]> {
  return [await addCustomer(one), await addCustomer(other)]
}

function merge(
  { context }: TestCore,
  survivor: CustomerId,
  others: readonly CustomerId[],
  values: Record<string, ValueSource> = {},
): Promise<{ operationId: OperationId; moved: object }> {
  return mergeCustomers(context, { survivor, others, values })
}
