import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalMinute } from '#contract/common.ts'
import type { SearchHit } from '#contract/search.ts'
import { saveAddresses } from '#core/customers/address-service.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { saveValue } from '#core/customers/save-value.ts'
import { hitsFor } from '#core/search/search-queries.ts'
import { saveVisit } from '#core/visits/visit-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { appointmentOn, visitOf } from '../../support/visit.ts'

let core: TestCore

const phone = (number: string) => ({ id: null, label: '', number })

beforeAll(async () => {
  core = await openTestCore()
  const { context } = core
  const wang = await core.addCustomer({
    name: '王芳',
    values: { notes: '先生姓陈，在文三路开诊所', needs: '想换滤网' },
  })
  await saveAddresses(context, wang, [{ id: null, label: '', area: '西湖区', street: '文三路478号', postcode: '' }])
  const other = await core.addCustomer({ name: '王建国', phones: [phone('138 0000 1111')] })
  await saveVisit(context, visitOf(other, { situation: '發了報價單，他說再想想', mood: '有点急' }))
  await saveVisit(context, {
    ...visitOf(other, {
      situation: '',
      preparation: '带上第二版方案',
      next: appointmentOn('2026-03-20', '送蒸箱样品'),
    }),
  })
  const company = await core.addCustomer({
    kind: 'company',
    name: '碗碗香餐饮',
    values: { bankAccount: '6222 0000 9999' },
  })
  await saveContact(context, {
    ...contactDraft(company, '李娜'),
    phones: [phone('139 2222 3333')],
    notes: '对接财务，喜欢早上联系',
  })
  await saveVisit(context, visitOf(company, { situation: '李总看了蒸箱，问账期能不能三十天' }))
  await core.addCustomer({ name: '单志远' })
})

afterAll(() => core[Symbol.asyncDispose]())

const hits = async (text: string) => (await hitsFor(core.context.db, text, 20)).hits
const found = async (text: string) => (await hits(text)).map(({ name, matchedBy }) => `${name} ${matchedBy}`)
const marked = ({ matched, matchedMarks }: SearchHit) => matchedMarks.map(([from, to]) => matched.slice(from, to))

describe('somebody is found by', () => {
  it.each([
    ['notes', '诊所', ['王芳 notes']],
    ['another long text of the card', '滤网', ['王芳 notes']],
    ['the notes of a contact', '早上联系', ['李娜 notes']],
    ['an address before a note', '文三路', ['王芳 address']],
    ['what was said, in Simplified for Traditional', '报价单', ['王建国 visit']],
    ['the mood', '有点急', ['王建国 visit']],
    ['what was prepared', '第二版方案', ['王建国 visit']],
    ['the title of a follow-up and a visit', '蒸箱', ['王建国 visit', '碗碗香餐饮 visit']],
    ['a surname as it is read in other words', 'dan', ['单志远 reading']],
    ['a surname as it is read', 'shanzhiyuan', ['单志远 reading']],
  ])('%s: %s', async (_, text, names) => {
    expect(await found(text)).toEqual(names)
  })

  it.each([
    ['name and address', '王 文三路', ['王芳 address']],
    ['pinyin and phone', 'wang 138', ['王建国 phone']],
    ['the other way round', '138 wang', ['王建国 phone']],
    ['name and note', 'wf 诊所', ['王芳 notes']],
    ['name and visit', '王 报价', ['王建国 visit']],
    ['two words of one visit', '蒸箱 账期', ['碗碗香餐饮 visit']],
    ['words of two visits', '方案 报价单', ['王建国 visit']],
    ['two parts of a name', '香餐饮 碗碗', ['碗碗香餐饮 name']],
    ['company and contact', '碗碗香 李娜', ['李娜 name']],
    ['company and the phone of a contact', '碗碗香 3333', ['李娜 phone']],
    ['contact and visit', '李娜 账期', ['碗碗香餐饮 visit']],
    ['a name with a space in it', '王 建国', ['王建国 name']],
  ])('%s: %s', async (_, text, names) => {
    expect(await found(text)).toEqual(names)
  })

  it.each(['王 建材', '文三路 139', '李娜 诊所', '西湖区 报价', '报', '6222'])('nothing: %s', async (text) => {
    expect(await found(text)).toEqual([])
  })
})

it('shows and marks the words around what was found, and the day it was said', async () => {
  const [visit] = await hits('报价单')
  expect(visit).toMatchObject({ contactId: null, matched: '發了報價單，他說再想想 有点急', matchedOn: '2026-03-02' })
  expect(visit && marked(visit)).toEqual(['報價單'])
  const [note] = await hits('滤网')
  expect(note).toMatchObject({ matchedField: 'needs', matched: '想换滤网', matchedMarks: [[2, 4]] })
  const [both] = await hits('账期 蒸箱')
  expect(both && marked(both)).toEqual(['蒸箱', '账期'])
  const [parted] = await hits('王 文三路')
  expect(parted).toMatchObject({ nameMarks: [[0, 1]], matched: '西湖区 文三路478号', matchedMarks: [[4, 7]] })
})

it('ranks by why it was found', async () => {
  await using other = await openTestCore()
  const add = (name: string, values = {}) => other.addCustomer({ name, values })
  await saveVisit(other.context, visitOf(await add('甲'), { situation: '约在KFC谈的' }))
  await add('乙', { notes: '店在KFC隔壁' })
  const third = await add('丙')
  await saveAddresses(other.context, third, [{ id: null, label: '', area: '', street: 'KFC对面', postcode: '' }])
  await add('丁', { shortName: 'KFC城南' })
  await add('戊', { wechat: 'kfc2026' })
  await add('己', { number: 'KFC-01' })
  await add('KFC城西店')
  const { hits } = await hitsFor(other.context.db, 'kfc', 20)
  expect(hits.map(({ name, matchedBy }) => `${name} ${matchedBy}`)).toEqual([
    'KFC城西店 name',
    '己 number',
    '戊 wechat',
    '丁 shortName',
    '丙 address',
    '乙 notes',
    '甲 visit',
  ])
})

it('does not find by a field that is sensitive or that one does not see', async () => {
  await using other = await openTestCore()
  const { context } = other
  const id = await other.addCustomer({ name: '张伟', values: { needs: '要不锈钢台面' } })
  const count = async () => (await hitsFor(context.db, '不锈钢', 5)).hits.length
  expect(await count()).toBe(1)
  const mark = (column: 'hidden' | 'sensitive', flag: 0 | 1) =>
    context.db.transaction().execute(async (db) => {
      // As the service of fields does it, without its rules.
      context.database.tracking.operationId = 1
      await db
        .updateTable('fields')
        .set({ [column]: flag })
        .where('key', '=', 'needs')
        .execute()
      context.database.tracking.operationId = null
    })
  for (const column of ['hidden', 'sensitive'] as const) {
    await mark(column, 1)
    expect(await count()).toBe(0)
    await mark(column, 0)
  }
  await saveValue(context, { id, field: 'needs', value: null, was: '要不锈钢台面' })
  expect(await count()).toBe(0)
})

it('finds a customer once, however many of his visits say it, and shows the latest', async () => {
  await using other = await openTestCore()
  const id = await other.addCustomer({ name: '张伟' })
  for (let day = 1; day <= 40; day++) {
    const visitedAt = visitOf(id).visitedAt.replace('-02T', `-0${1 + (day % 2)}T`) as LocalMinute
    await saveVisit(other.context, visitOf(id, { visitedAt, situation: `第${day}次谈到尾款` }))
  }
  const another = await other.addCustomer({ name: '李娜' })
  await saveVisit(other.context, visitOf(another, { situation: '尾款已清' }))
  const { hits } = await hitsFor(other.context.db, '尾款', 5)
  expect(hits.map(({ name, matchedOn }) => `${name} ${matchedOn}`)).toEqual(['李娜 2026-03-02', '张伟 2026-03-02'])
})
