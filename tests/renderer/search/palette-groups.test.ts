import { describe, expect, it } from 'vitest'
import type { SearchHit } from '../../../contract/search.ts'
import { matchesText } from '../../../renderer/lib/match-text.ts'
import { commandGroup, groupsOfHits, isCommandsOnly } from '../../../renderer/search/palette-groups.ts'

const hit = (customerId: number, matchedBy: SearchHit['matchedBy'], contactId: number | null = null) =>
  ({ customerId, contactId, matchedBy, customerName: `客户${customerId}` }) as SearchHit

const offered = [
  { id: 'search', label: '查找' },
  { id: 'print', label: '打印' },
  { id: 'goToday', label: '打开今日' },
] as const

describe('groups of the palette', () => {
  it('stand in the order of their best hit', () => {
    const groups = groupsOfHits([
      hit(1, 'phone'),
      hit(2, 'name'),
      hit(3, 'name', 9),
      hit(4, 'reading'),
      hit(5, 'wechat', 7),
    ])
    expect(groups.map(({ key, items }) => [key, items.length])).toEqual([
      ['phone', 1],
      ['customers', 2],
      ['contacts', 1],
      ['wechat', 1],
    ])
  })

  it('say by what text somebody was found', () => {
    const groups = groupsOfHits([hit(1, 'shortName'), hit(2, 'address'), hit(3, 'notes', 4), hit(5, 'visit')])
    expect(groups.map(({ key }) => key)).toEqual(['customers', 'address', 'notes', 'visit'])
  })

  it('give each item a key of its own, a customer and its contact too', () => {
    const groups = groupsOfHits([hit(1, 'name'), hit(1, 'name', 2), hit(1, 'name', 3)])
    const keys = groups.flatMap(({ items }) => items.map(({ key }) => key))
    expect(new Set(keys).size).toBe(3)
  })
})

describe('commands of the palette', () => {
  const keysFor = (text: string, marked: SearchHit | null = null) =>
    commandGroup({ text, offered, matches: matchesText, marked }).items.map(({ key }) => key)

  it('are all offered over an empty box but the one that opened it', () => {
    expect(keysFor('')).toEqual(['command-print', 'command-goToday'])
  })

  it('make something of the text and of the marked customer', () => {
    expect(keysFor('张伟', hit(1, 'name'))).toEqual(['newCustomer', 'visit', 'followUp'])
    expect(keysFor('打')).toEqual(['newCustomer', 'command-print', 'command-goToday'])
  })

  it('are all that is asked for after >, by name and by pinyin', () => {
    expect(keysFor('>dayin')).toEqual(['command-print'])
    expect(keysFor('>', hit(1, 'name'))).toEqual(['command-print', 'command-goToday'])
    expect(['>a', '》a', '＞'].every(isCommandsOnly)).toBe(true)
    expect(isCommandsOnly('a>b')).toBe(false)
  })
})
