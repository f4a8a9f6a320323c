import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Contact } from '../../../contract/customers.ts'
import type { Layout } from '../../../contract/fields.ts'
import {
  customerChips,
  fieldsOfSection,
  filledItems,
  peopleOf,
  shownSections,
} from '../../../renderer/customers/card-facts.ts'
import { nextJump, type Typed } from '../../../renderer/customers/section-jump.ts'
import { startI18n } from '../../../renderer/lib/i18n.ts'
import { card, contact, field, phone, section } from './card-values.ts'

// The line to the core is laid as the module is read; nothing here goes over it.
vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1/')))

beforeAll(() => startI18n('zh-CN'))

const choice = (key: string, labelZh: string) => ({ key, labelZh, labelEn: key, hidden: false })

const layout: Layout = {
  sections: [
    section('notes', '备注', 2),
    section('name', '客户名称', 0),
    { ...section('old', '旧项', 1), hidden: true },
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

  it('show a field out of use only where it still holds something', () => {
    const retired = { ...layout, fields: [field({ key: 'old', retired: true })] }
    expect(fieldsOfSection(retired, 'name', card({}))).toEqual([])
    expect(fieldsOfSection(retired, 'name', card({ values: { old: 'x' } })).map(({ key }) => key)).toEqual(['old'])
  })

  it('are left out where nothing is asked in them any more', () => {
    expect(
      shownSections({ ...layout, fields: layout.fields.filter(({ section }) => section !== 'notes') }),
    ).toMatchObject([{ key: 'name' }])
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
