import { describe, expect, it } from 'vitest'
import type { CustomerId } from '#contract/common.ts'
import type { DuplicateGroup } from '#contract/duplicates.ts'
import { saveContact } from '#core/customers/contact-service.ts'
import { keepApart } from '#core/duplicates/apart-customers.ts'
import { findDuplicates, type FindNews } from '#core/duplicates/find-duplicates.ts'
import { type TypedCustomer, likelyDuplicates } from '#core/duplicates/likely-duplicates.ts'
import { mergeCustomers } from '#core/duplicates/merge-customers.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

const phone = (number: string) => ({ id: null, label: '', number })

describe('the search through all cards', () => {
  it.each([
    ['a phone, however it is written', ['138 0013 0001'], ['+86 138-0013-0001']],
    ['a phone in full-width digits', ['13800130001'], ['１３８００１３０００１']],
    ['a landline with its area code', ['0571-8888 0001'], ['057188880001']],
  ])('names two customers with %s', async (_, one, other) => {
    await using core = await openTestCore()
    const first = await core.addCustomer({ name: '青禾里', phones: one.map(phone) })
    const second = await core.addCustomer({ name: '陈师傅', phones: other.map(phone) })
    const [group] = await found(core)
    expect(group?.customers.map(({ id }) => id)).toEqual([first, second])
    expect(group?.reasons).toMatchObject([{ reason: 'phone' }])
  })

  it('looks at the phones and WeChat names of contacts too', async () => {
    await using core = await openTestCore()
    const one = await core.addCustomer({ kind: 'company', name: '青禾里餐饮', values: { wechat: 'WX_Qinghe' } })
    const other = await core.addCustomer({ kind: 'company', name: '和顺设备' })
    const third = await core.addCustomer({ name: '赵敏', phones: [phone('13900001111')] })
    await saveContact(core.context, {
      ...contactDraft(other, '周经理'),
      wechat: 'wx_qinghe',
      phones: [phone('139 0000 1111')],
    })
    const [group] = await found(core)
    expect(group?.customers.map(({ id }) => id)).toEqual([one, other, third])
    expect(group?.reasons.map(({ reason }) => reason).toSorted()).toEqual(['phone', 'wechat'])
  })

  it.each([
    ['the same name', '锦绣轩酒家', '锦绣轩酒家'],
    ['the name in Traditional characters', '锦绣轩酒家', '錦繡軒酒家'],
    ['the name with other blanks and brackets', '锦绣轩（西湖）酒家', '锦绣轩(西湖) 酒家'],
  ])('names two companies with %s', async (_, one, other) => {
    await using core = await openTestCore()
    await core.addCustomer({ kind: 'company', name: one })
    await core.addCustomer({ kind: 'company', name: other })
    expect(await found(core)).toMatchObject([{ reasons: [{ reason: 'name', value: one }] }])
  })

  it.each([
    ['live in the same region', { region: '西湖区', phone: '1' }, { region: '西湖 区', phone: '2' }, 1],
    ['may be anywhere, one without a phone', { phone: '1' }, {}, 1],
    ['have two phones and no region', { phone: '1' }, { phone: '2' }, 0],
    ['live in different regions', { region: '西湖区' }, { region: '余杭区' }, 0],
  ])('of two persons called 王芳 who %s says what is sensible', async (_, one, other, groups) => {
    await using core = await openTestCore()
    for (const { region = null, phone: last } of [one, other] as { region?: string; phone?: string }[]) {
      const phones = last === undefined ? [] : [phone(`1380000000${last}`)]
      await core.addCustomer({ name: '王芳', phones, values: { region } })
    }
    expect(await found(core)).toHaveLength(groups)
  })

  it('makes nothing of a switchboard, of half a number, or of a name that half the town has', async () => {
    await using core = await openTestCore()
    for (let place = 0; place < 25; place++) {
      await core.addCustomer({
        name: '张伟',
        phones: [phone('0571-87000000'), phone('110')],
        values: { region: '城西' },
      })
    }
    expect(await found(core)).toEqual([])
  })

  it('names the surest first', async () => {
    await using core = await openTestCore()
    await core.addCustomer({ name: '王芳', values: { region: '西湖区' } })
    await core.addCustomer({ name: '王芳', values: { region: '西湖区' } })
    await core.addCustomer({ kind: 'company', name: '青禾里' })
    await core.addCustomer({ kind: 'company', name: '青禾里' })
    await core.addCustomer({ name: '陈师傅', phones: [phone('13800130001')] })
    await core.addCustomer({ name: '陈建国', phones: [phone('13800130001')] })
    await core.addCustomer({ kind: 'company', name: '和顺', phones: [phone('13800130002')] })
    await core.addCustomer({ kind: 'company', name: '和顺', phones: [phone('13800130002')] })
    const names = (await found(core)).map(({ customers: [first] }) => first?.name)
    expect(names).toEqual(['和顺', '陈师傅', '青禾里', '王芳'])
  })

  it('does not name together again whom somebody kept apart, until that is undone', async () => {
    await using core = await openTestCore()
    const ids: CustomerId[] = []
    for (const name of ['陈师傅', '陈建国', '陈太太']) {
      ids.push(await core.addCustomer({ name, phones: [phone('13800130001')] }))
    }
    const [one, two, three] = ids as [CustomerId, CustomerId, CustomerId]
    const { operationId } = await keepApart(core.context, [two, one])
    const groups = (await found(core)).map(({ customers }) => customers.map(({ id }) => id))
    expect(groups.flat()).toContain(three)
    for (const group of groups) expect(group.includes(one) && group.includes(two)).toBe(false)

    await undoOperation(core.context, operationId)
    expect((await found(core)).map(({ customers }) => customers.map(({ id }) => id))).toEqual([ids])
  })

  it('keeps the survivor of a merge apart from whom the others were kept apart', async () => {
    await using core = await openTestCore()
    const add = () => core.addCustomer({ kind: 'company', name: '青禾里' })
    const [one, two, three] = [await add(), await add(), await add()]
    await keepApart(core.context, [two, three])
    await mergeCustomers(core.context, { survivor: one, others: [two], values: {} })
    expect(await found(core)).toEqual([])
  })

  it('tells how far it is, and stops when it is told to', async () => {
    await using core = await openTestCore()
    await core.addCustomer()
    const stop = new AbortController()
    stop.abort()
    const pauses = async () => {
      for await (const _ of findDuplicates(core.context.db, stop.signal));
    }
    await expect(pauses()).rejects.toThrow(/abort/i)
  })
})

describe('the hints while one types', () => {
  it.each<[string, Partial<TypedCustomer>, string]>([
    ['the number', { number: ' K20260001 ' }, 'number'],
    ['a phone', { phones: ['+86 13800130001'] }, 'phone'],
    ['the WeChat name', { wechat: 'WX_qinghe' }, 'wechat'],
    ['the name in Traditional characters', { name: '錦繡軒酒家' }, 'name'],
  ])('say who has %s already', async (_, typed, reason) => {
    await using core = await openTestCore()
    const values = { wechat: 'wx_Qinghe' }
    const id = await core.addCustomer({ kind: 'company', name: '锦绣轩酒家', phones: [phone('138 0013 0001')], values })
    await core.addCustomer({ name: '锦绣', phones: [phone('13800130002')], values: { wechat: 'wx-qinghe' } })
    expect(await likely(core, typed)).toMatchObject([{ id, reason, contactName: null }])
    expect(await likely(core, { ...typed, except: id })).toEqual([])
  })

  it('name the contact who has the phone or the WeChat', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer({ kind: 'company', name: '青禾里' })
    const contact = { ...contactDraft(id, '周经理'), wechat: 'zhou_jl', phones: [phone('13900001111')] }
    await saveContact(core.context, contact)
    for (const typed of [{ phones: ['139 0000 1111'] }, { wechat: 'zhou_jl' }]) {
      expect(await likely(core, typed)).toMatchObject([{ id, contactName: '周经理' }])
    }
  })

  it('put the surest first and name nobody twice', async () => {
    await using core = await openTestCore()
    const both = await core.addCustomer({ name: '王芳', phones: [phone('13800130001')] })
    const namesake = await core.addCustomer({ name: '王芳', phones: [phone('13800130002')] })
    const matches = await likely(core, { name: '王 芳', phones: ['13800130001'] })
    expect(matches.map(({ id, reason }) => [id, reason])).toEqual([
      [both, 'phone'],
      [namesake, 'name'],
    ])
  })

  it('leave out whom somebody kept apart from the card', async () => {
    await using core = await openTestCore()
    const [one, other] = [await core.addCustomer(), await core.addCustomer()]
    await keepApart(core.context, [one, other])
    expect(await likely(core, { name: '王芳', except: one })).toEqual([])
  })

  it.each([{}, { name: ' ' }, { wechat: 'w' }, { phones: ['', '110'] }, { name: '王芳" OR "' }])(
    'are none for %j',
    async (typed) => {
      await using core = await openTestCore()
      await core.addCustomer({ phones: [phone('110')], values: { wechat: 'w' } })
      expect(await likely(core, typed)).toEqual([])
    },
  )
})

async function found({ context }: TestCore): Promise<DuplicateGroup[]> {
  let last: FindNews | null = null
  for await (const news of findDuplicates(context.db)) last = news
  return last?.type === 'done' ? last.groups : []
}

function likely({ context }: TestCore, typed: Partial<TypedCustomer>) {
  return likelyDuplicates(context.db, { name: '', phones: [], wechat: '', number: '', except: null, ...typed })
}
