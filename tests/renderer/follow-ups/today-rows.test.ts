import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerId, Day, FollowUpId } from '../../../contract/common.ts'
import type { DueFollowUp, Today } from '../../../contract/follow-ups.ts'
import { comingRows, nowRows, type TodayRow } from '../../../renderer/follow-ups/today-rows.ts'
import { placeNow } from '../../../renderer/follow-ups/use-current.ts'

const today = '2026-03-02' as Day
const nothing = { count: 0, items: [] }
const quiet: Today = { today, overdue: nothing, dueToday: nothing, comingDays: nothing, doneToday: nothing }

describe('the rows of Today', () => {
  it('say that nothing is due today rather than leave one wondering', () => {
    expect(typesOf(nowRows(quiet))).toEqual(['group', 'nothing'])
    expect(comingRows(quiet)).toEqual([])
  })

  it('put the overdue first and what was done last', () => {
    const doneToday = { count: 1, items: [{ ...due(9, today), outcome: '', doneAt: 0 as never }] }
    const rows = nowRows({ ...quiet, overdue: group(due(1, '2026-02-27')), dueToday: group(due(2, today)), doneToday })
    expect(rows.map(({ key }) => key)).toEqual(['overdue', 'due-1', 'today', 'due-2', 'done', 'done-9'])
  })

  it('offer the rows that are not read yet', () => {
    const rows = nowRows({ ...quiet, overdue: { count: 700, items: [due(1, '2026-02-27')] } })
    expect(rows[2]).toEqual({ type: 'more', key: 'more-overdue', count: 699 })
  })

  it('group the coming days, each with its count', () => {
    const items = [due(1, '2026-03-03'), due(2, '2026-03-03'), due(3, '2026-03-05')]
    const rows = comingRows({ ...quiet, comingDays: { count: 3, items } })
    expect(rows.map((row) => (row.type === 'group' ? [row.key, row.count] : row.key))).toEqual([
      ['2026-03-03', 2],
      'due-1',
      'due-2',
      ['2026-03-05', 1],
      'due-3',
    ])
  })
})

describe('the current row', () => {
  const lists = [[1, 2, 3].map((id) => ({ id: id as FollowUpId })), [4, 5].map((id) => ({ id: id as FollowUpId }))]

  it('stays with its follow-up when rows come in before it', () => {
    expect(placeNow(lists, { id: 3 as FollowUpId, column: 0, index: 0 })).toEqual({ column: 0, index: 2 })
    expect(placeNow(lists, { id: 5 as FollowUpId, column: 0, index: 1 })).toEqual({ column: 1, index: 1 })
  })

  it('is the one that came into its place when it is gone, the last one at the end', () => {
    expect(placeNow(lists, { id: 8 as FollowUpId, column: 0, index: 1 })).toEqual({ column: 0, index: 1 })
    expect(placeNow(lists, { id: 8 as FollowUpId, column: 0, index: 7 })).toEqual({ column: 0, index: 2 })
  })

  it('goes to the other column when its own is worked off', () => {
    expect(placeNow([[], lists[1] ?? []], { id: null, column: 0, index: 2 })).toEqual({ column: 1, index: 0 })
  })

  it('is a row wherever there is one', () => {
    const list = fc.array(
      fc.integer({ min: 1, max: 9 }).map((id) => ({ id: id as FollowUpId })),
      { maxLength: 4 },
    )
    const place = fc.record({ id: fc.integer({ min: 1, max: 9 }), column: fc.constantFrom(0, 1), index: fc.nat(9) })
    fc.assert(
      fc.property(fc.tuple(list, list), place, (lists, { id, column, index }) => {
        const now = placeNow(lists, { id: id as FollowUpId, column, index })
        const isAny = lists.some(({ length }) => length > 0)
        expect(lists[now.column]?.[now.index] !== undefined).toBe(isAny)
      }),
    )
  })
})

function typesOf(rows: readonly TodayRow[]): string[] {
  return rows.map(({ type }) => type)
}

function group(...items: DueFollowUp[]): Today['overdue'] {
  return { count: items.length, items }
}

function due(id: number, dueOn: string): DueFollowUp {
  return {
    id: id as FollowUpId,
    customerId: id as CustomerId,
    customerName: `客户${id}`,
    customerNumber: `K${id}`,
    grade: null,
    kind: 'call',
    title: '',
    content: '',
    place: '',
    dueOn: dueOn as Day,
    dueTime: null,
    priority: 'normal',
    phone: null,
    lastVisit: null,
  }
}
