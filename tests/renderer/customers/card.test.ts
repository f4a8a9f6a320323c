import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Card, Contact } from '../../../contract/customers.ts'
import type { Field, Layout } from '../../../contract/fields.ts'
import { customerChips, fieldsOfSection, filledItems, peopleOf } from '../../../renderer/customers/card-facts.ts'
import { nextJump, type Typed } from '../../../renderer/customers/section-jump.ts'
import { startI18n } from '../../../renderer/lib/i18n.ts'

// The line to the core is laid as the module is read; nothing here goes over it.
vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1/')))

beforeAll(() => startI18n('zh-CN'))

function field(part: Partial<Field> & Pick<Field, 'key'>): Field {
  return {
    id: 1,
    owner: 'customer',
    labelZh: part.key,
    labelEn: part.key,
    type: 'choice',
    storage: 'value',
    section: 'name',
    position: 0,
    required: false,
    sensitive: false,
    printed: true,
    listed: true,
    hidden: false,
    retired: false,
    readOnly: false,
    shipped: true,
    choices: [],
    ...part,
  }
}

const choice = (key: string, labelZh: string) => ({ key, labelZh, labelEn: key, hidden: false })

const layout: Layout = {
  sections: [
    { key: 'notes', labelZh: '备注', labelEn: 'Notes', position: 2, hidden: false, weight: 1, shipped: true },
    { key: 'name', labelZh: '客户名称', labelEn: 'Name', position: 0, hidden: false, weight: 1, shipped: true },
    { key: 'old', labelZh: '旧项', labelEn: 'Old', position: 1, hidden: true, weight: 1, shipped: true },
  ],
  fields: [
    field({ key: 'worth', labelZh: '价值', position: 2, choices: [choice('high', '高')] }),
    field({
      key: 'kind',
      labelZh: '类别',
      position: 1,
      choices: [choice('company', '单位'), choice('person', '个人')],
    }),
    field({ key: 'secret', position: 0, hidden: true }),
    field({ key: 'remark', section: 'notes' }),
    field({ key: 'role', owner: 'contact', section: null, choices: [choice('buyer', '采购负责人')] }),
  ],
}

function contact(part: Partial<Contact> & Pick<Contact, 'id' | 'name'>): Contact {
  return {
    customerId: 1 as Contact['customerId'],
    reading: '',
    title: '',
    role: null,
    isDecisionMaker: false,
    isPrimary: false,
    phones: [],
    wechat: '',
    email: '',
    birthday: null,
    hometown: '',
    preferredChannel: null,
    relation: '',
    reportsTo: null,
    influences: [],
    notes: '',
    ...part,
  }
}

const phone = (id: number, number: string) => ({ id, label: '', number, digits: number })

function card(part: Partial<Card>): Card {
  return {
    id: 1 as Card['id'],
    uid: '',
    number: 'K20260001',
    kind: 'company',
    name: '青禾里餐饮管理有限公司',
    values: {},
    phones: [],
    addresses: [],
    affiliates: [],
    contacts: [],
    lastVisit: null,
    nextContact: null,
    emptySections: [],
    checks: {
      timely: { level: 'none', medianMinutes: null, visits: 0 },
      complete: { level: 'poor', percent: 0, filled: 0, of: 2 },
      accurate: { level: 'good', at: 0 as Card['createdAt'], by: 'created', days: 0, goodDays: 90, fairDays: 180 },
    },
    createdAt: 0 as Card['createdAt'],
    changedAt: 0 as Card['changedAt'],
    ...part,
  }
}

describe('whom one calls', () => {
  const contacts = [
    contact({ id: 1 as Contact['id'], name: '阮静', role: 'buyer', phones: [phone(2, '13757138846')] }),
    contact({
      id: 2 as Contact['id'],
      name: '陈国梁',
      title: '总经理',
      isPrimary: true,
      phones: [phone(3, '13857120463')],
    }),
  ]

  it('is the primary contact of a company, before its own phone', () => {
    const people = peopleOf(card({ contacts, phones: [phone(1, '057188886666')] }), layout)
    expect(people.map(({ name }) => name)).toEqual(['陈国梁', '阮静', ''])
    expect(people[0]).toMatchObject({ role: '总经理', phone: '13857120463' })
    expect(people[1]?.role).toBe('采购负责人')
  })

  it('is not said twice when a company gives its contact’s number as its own', () => {
    const people = peopleOf(card({ contacts, phones: [phone(1, '13857120463')] }), layout)
    expect(people.map(({ name }) => name)).toEqual(['陈国梁', '阮静'])
  })

  it('is the person themselves, before their family', () => {
    const people = peopleOf(card({ kind: 'person', name: '张伟', contacts, phones: [phone(1, '15868140926')] }), layout)
    expect(people[0]).toMatchObject({ name: '张伟', phone: '15868140926' })
  })
})

describe('the items of a card', () => {
  it('are counted as they are shown: hidden ones are none', () => {
    expect(filledItems(layout, card({ emptySections: ['notes', 'old'] }))).toEqual({ filled: 1, total: 2 })
  })

  it('hold their fields in order, without the hidden and those of contacts', () => {
    expect(fieldsOfSection(layout, 'name', card({})).map(({ key }) => key)).toEqual(['kind', 'worth'])
  })

  it('give the chips beside the name, in words that say what they are about', () => {
    expect(customerChips(card({ values: { worth: 'high' } }), layout)).toEqual(['单位', '价值 高'])
  })
})

describe('typed digits', () => {
  const type = (...digits: readonly (readonly [digit: number, at: number])[]) =>
    digits.reduce<Typed | null>((last, [digit, at]) => nextJump(last, digit, at, 14), null)?.number ?? null

  it('jump to an item, of two digits when the second follows quickly', () => {
    expect(type([5, 0])).toBe(5)
    expect(type([1, 0], [2, 300])).toBe(12)
    expect(type([1, 0], [2, 900])).toBe(2)
  })

  it('begin again where there are not that many items', () => {
    expect(type([1, 0], [5, 100])).toBe(5)
    expect(type([2, 0], [1, 100])).toBe(1)
    expect(type([0, 0])).toBeNull()
  })
})
