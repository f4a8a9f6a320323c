import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CustomerId } from '#contract/common.ts'
import type { CustomerDraft } from '#contract/customers.ts'
import { saveAddresses } from '#core/customers/address-service.ts'
import { hitsFor, noteOpened, recentHits } from '#core/search/search-queries.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

let core: TestCore

const phone = (number: string) => ({ id: null, label: '', number })

beforeAll(async () => {
  core = await openTestCore()
  const add = (draft: Partial<CustomerDraft>) => core.addCustomer(draft)
  await add({ name: '张伟', phones: [phone('158 6814 0926')], values: { region: '西湖区', wechat: 'zhangwei-longwu' } })
  await add({ name: '张文华', phones: [phone('+86 139-6826-5174')] })
  await add({ name: '章婉清' })
  await add({ name: '单志远', values: { number: 'A-0042' } })
  await add({ name: '吕布' })
  await add({ name: '尉迟敏' })
  const noodles = await add({ kind: 'company', name: '老张碗碗香面馆', values: { shortName: '碗碗香' } })
  await saveAddresses(core.context, noodles, [
    { id: null, label: '', area: '临平区', street: '南大街88号', postcode: '' },
    { id: null, label: '仓库', area: '余杭区', street: '文一西路1588号', postcode: '' },
  ])
  const company = await add({ kind: 'company', name: '滨江軟體園員工餐廳' })
  await saveContact(core.context, {
    ...contactDraft(company, '何建锋'),
    title: '餐饮经理',
    wechat: 'zhangwuji-hjf',
    phones: [phone('0571-8888 0926')],
  })
})

afterAll(() => core[Symbol.asyncDispose]())

async function found(text: string): Promise<string[]> {
  return (await hitsFor(core.context.db, text, 20)).hits.map(({ name }) => name)
}

describe('a customer or contact is found by', () => {
  it.each([
    ['one character of the name', '婉', ['章婉清']],
    ['two characters inside the name', '碗香', ['老张碗碗香面馆']],
    ['three characters with a space', '张 文华', ['张文华']],
    ['Simplified for a name in Traditional', '软体园员工', ['滨江軟體園員工餐廳']],
    ['Traditional for a name in Simplified', '張文華', ['张文华']],
    ['full pinyin', 'zhangwei', ['张伟']],
    ['initials', 'zwh', ['张文华']],
    ['full pinyin, then an initial', 'zhangw', ['张伟', '张文华', '章婉清', '老张碗碗香面馆', '何建锋']],
    ['an initial, then full pinyin', 'zwei', ['张伟']],
    ['an initial of two letters', 'zhwh', ['张文华']],
    ['pinyin from inside the name', 'wanwanx', ['老张碗碗香面馆']],
    ['the reading of a surname', 'shanzhiyuan', ['单志远']],
    ['the reading of a double surname', 'yuchi', ['尉迟敏']],
    ['ü typed as v', 'lvbu', ['吕布']],
    ['ü typed as u', 'lub', ['吕布']],
    ['capitals and an apostrophe of the input method', "Zhang'wei", ['张伟']],
    ['the last four digits of a phone', '0926', ['张伟', '何建锋']],
    ['the last three digits of a phone', '174', ['张文华']],
    ['the middle of a phone', '68140', ['张伟']],
    ['a phone with spaces and country code', '+86 158 6814 0926', ['张伟']],
    ['a phone saved with country code', '13968265174', ['张文华']],
    ['a land line', '0571 8888', ['何建锋']],
    ['a part of the card number', 'a0042', ['单志远']],
    ['WeChat', 'wuji-h', ['何建锋']],
    ['the short name', '碗碗香', ['老张碗碗香面馆']],
    ['the region', '西湖', ['张伟']],
    ['the address', '南大街88号', ['老张碗碗香面馆']],
  ])('%s: %s', async (_, text, names) => {
    expect(await found(text)).toEqual(names)
  })

  it.each(['', '   ', '张魏', 'zxqv', '！？', '"', 'AND', 'OR NOT', '*', 'a*b(', '%', '_', '😀', '00', '\u0000'])(
    'nothing: %j',
    async (text) => {
      expect(await found(text)).toEqual([])
    },
  )

  it('a whole page that somebody pasted is no fault', async () => {
    expect(await found('张伟来过，'.repeat(100_000))).toEqual([])
  })
})

it('says why it was found and marks it', async () => {
  const [byReading] = (await hitsFor(core.context.db, 'zhangw', 1)).hits
  expect(byReading).toMatchObject({
    name: '张伟',
    matchedBy: 'reading',
    nameMarks: [[0, 2]],
    reading: 'zhāng wěi',
    readingMarks: [[0, 7]],
    hint: '西湖区',
    phone: '158 6814 0926',
  })
  const [byPhone] = (await hitsFor(core.context.db, '4092', 1)).hits
  expect(byPhone).toMatchObject({ matchedBy: 'phone', matched: '15868140926', matchedMarks: [[6, 10]] })
  const [contact] = (await hitsFor(core.context.db, '何建', 1)).hits
  expect(contact).toMatchObject({
    matchedBy: 'name',
    nameMarks: [[0, 2]],
    customerName: '滨江軟體園員工餐廳',
    hint: '滨江軟體園員工餐廳 · 餐饮经理',
  })
})

it('puts the whole name before a beginning before a part', async () => {
  await using other = await openTestCore()
  for (const name of ['小王芳', '王芳芳', '王芳']) await other.addCustomer({ name })
  const { hits } = await hitsFor(other.context.db, '王芳', 20)
  expect(hits.map(({ name }) => name)).toEqual(['王芳', '王芳芳', '小王芳'])
})

it('keeps places for contacts among many customers', async () => {
  await using other = await openTestCore()
  for (let index = 0; index < 12; index++) await other.addCustomer({ name: `王${index}` })
  const company = await other.addCustomer({ kind: 'company', name: '面馆' })
  await saveContact(other.context, contactDraft(company, '王小明'))
  const { hits, more } = await hitsFor(other.context.db, '王', 8)
  expect(hits).toHaveLength(8)
  expect(hits.filter(({ contactId }) => contactId !== null).map(({ name }) => name)).toEqual(['王小明'])
  expect(more).toBe(true)
})

it('offers those worked on last in an empty box', async () => {
  await using other = await openTestCore()
  const first = await other.addCustomer({ name: '先来的' })
  await other.addCustomer({ name: '后来的' })
  expect((await recentHits(other.context.db, 5)).map(({ name }) => name)).toEqual(['后来的', '先来的'])
  await saveContact(other.context, contactDraft(first, '他的家人'))
  expect((await recentHits(other.context.db, 1)).map(({ name }) => name)).toEqual(['先来的'])
})

it('offers the cards opened last, remembers fifty, and tells nobody', async () => {
  await using other = await openTestCore()
  const { context } = other
  const ids: CustomerId[] = []
  for (let at = 0; at < 55; at++) ids.push(await other.addCustomer({ name: `王${at}号` }))
  const told: (number | null)[] = []
  context.changes.publish = (id) => told.push(id)
  const now = context.clock.now()
  for (const [at, id] of ids.entries()) await noteOpened(context.db, id, now + 55 - at)
  await noteOpened(context.db, CustomerId.parse(999), now + 99)
  expect((await recentHits(context.db, 3)).map(({ name }) => name)).toEqual(['王0号', '王1号', '王2号'])
  expect(await context.db.selectFrom('recent_customers').selectAll().execute()).toHaveLength(50)
  expect(told).toEqual([])
  await noteOpened(context.db, ids[9] ?? CustomerId.parse(1), now + 100)
  expect((await recentHits(context.db, 1)).map(({ name }) => name)).toEqual(['王9号'])
})

it('finds a short number and a short WeChat name whole, and no part of one that is so short', async () => {
  await using other = await openTestCore()
  await other.addCustomer({ name: '张伟', values: { number: '7' } })
  await other.addCustomer({ name: '李娜', values: { number: '17', wechat: 'ok' } })
  const names = async (text: string) => (await hitsFor(other.context.db, text, 5)).hits.map(({ name }) => name)
  expect(await names('7')).toEqual(['张伟'])
  expect(await names('17')).toEqual(['李娜'])
  expect(await names('OK')).toEqual(['李娜'])
  expect(await names('1')).toEqual([])
})
