import { expect, it } from 'vitest'
import { Day } from '#contract/common.ts'
import type { Card } from '#contract/customers.ts'
import type { Field, Layout } from '#contract/fields.ts'
import type { FollowUp } from '#contract/follow-ups.ts'
import { hasSensitive, type SheetOptions, sheetBlocks, type SheetWords } from '../../../renderer/print/sheet-blocks.ts'

function field(key: string, section: string, more: Partial<Field> = {}): Field {
  const asked = { required: false, readOnly: false, hidden: false, retired: false }
  const flags = { ...asked, sensitive: false, printed: true, listed: true }
  const words = { labelZh: key, labelEn: key, type: 'text' as const, storage: 'value' as const, choices: [] }
  return { id: 1, owner: 'customer', key, section, position: 0, shipped: true, ...flags, ...words, ...more }
}

const layout: Layout = {
  sections: ['名称', '需求', '财务'].map((label, position) => ({
    key: label,
    labelZh: label,
    labelEn: label,
    position,
    hidden: label === '财务',
    weight: 1,
    shipped: true,
  })),
  fields: [
    field('名称', '名称'),
    field('账号', '名称', { sensitive: true, position: 2 }),
    field('拼音', '名称', { printed: false, position: 1 }),
    field('需求', '需求', { type: 'longText' }),
    field('资金', '财务'),
  ],
}

const words: SheetWords = {
  field: ({ labelZh }) => labelZh,
  section: ({ labelZh }) => labelZh,
  value: (_, value) => String(value ?? ''),
  choice: (_, key) => key ?? '',
  phone: (number) => number,
  reportsTo: (name) => `向${name}汇报`,
  influences: (names) => `影响${names}`,
  word: (key) => key,
}

const options: SheetOptions = { layout, staff: [], today: Day.parse('2026-03-02'), withSensitive: false }

function source(values: Card['values'], followUps: readonly Partial<FollowUp>[] = [], more: object = {}) {
  const card = { values, phones: [], addresses: [], affiliates: [], contacts: [], ...more } as unknown as Card
  return { card, followUps: followUps as FollowUp[], visits: [] }
}

const values = { 名称: '青禾里', 账号: '6222', 拼音: 'qīng hé lǐ', 需求: '换灶\n夜里施工', 资金: '充足' }

function textOf(blocks: ReturnType<typeof sheetBlocks>): string[] {
  return blocks.flatMap(({ cells }) => cells.flatMap((cell) => cell.map(({ label, text }) => label + text)))
}

it('prints the items in their order, those that are empty too, and none that is hidden', () => {
  const items = sheetBlocks(source({}), options, words).filter((block) => block.type === 'item')
  expect(items.map(({ number, title, cells }) => [number, title, cells[0]])).toEqual([
    [1, '名称', []],
    [2, '需求', []],
  ])
})

it('prints no field that is not for paper, and a sensitive one only when it was ticked', () => {
  expect(textOf(sheetBlocks(source(values), options, words))).toEqual(['青禾里', '换灶', '夜里施工'])
  const everything = sheetBlocks(source(values), { ...options, withSensitive: true }, words)
  expect(textOf(everything)).toEqual(['青禾里', '账号6222', '换灶', '夜里施工'])
  expect(hasSensitive(layout)).toBe(true)
})

it('leaves out a table that would be empty, and says which follow-ups are late', () => {
  const none = sheetBlocks(source({}), options, words)
  expect(none.filter(({ type }) => type === 'row' || type === 'title')).toEqual([])

  const late = { dueOn: Day.parse('2026-02-27'), dueTime: null, kind: 'call', title: '回访', place: '', content: '' }
  const rows = sheetBlocks(source({}, [late, { ...late, dueOn: Day.parse('2026-03-02') }]), options, words)
  expect(textOf(rows)).toEqual(['2026-02-27 overdue', 'call', '回访', '2026-03-02', 'call', '回访'])
})

it('tells addresses in full, affiliates by name and the decision chain in words', () => {
  const own = ['address', 'affiliate'].map((key) => field(key, '名称', { storage: 'part' }))
  const address = { id: 1, label: '公司', area: '浙江省杭州市西湖区', street: '文三路478号', postcode: '310012' }
  const person = { title: '', role: null, isDecisionMaker: false, phones: [], notes: '', relation: '' }
  const contacts = [
    { ...person, id: 1, name: '陈国梁', reportsTo: null, influences: [] },
    { ...person, id: 2, name: '许敏', reportsTo: 1, influences: [1], relation: '表妹' },
  ]
  const more = {
    addresses: [address, { ...address, label: '', area: '', street: '仓前路1号', postcode: '' }],
    affiliates: [
      { customerId: 7, number: 'K1', name: '总店', note: '母公司' },
      { customerId: 8, number: 'K2', name: '分店', note: '' },
    ],
    contacts,
  }
  const blocks = sheetBlocks(source({}, [], more), { ...options, layout: { ...layout, fields: own } }, words)
  const [items, ...rows] = blocks
    .filter(({ type }) => type === 'item' || type === 'row')
    .map((block) => textOf([block]))
  expect(items?.join('|')).toContain('浙江省杭州市西湖区文三路478号')
  expect(items?.join('|')).toContain('310012')
  expect(items?.join('|')).toContain('仓前路1号')
  expect(items).toContain('affiliate总店openBracket母公司closeBracketlistComma分店')
  expect(rows.at(-1)).toEqual(['许敏', '向陈国梁汇报', '影响陈国梁', '表妹'])
})
