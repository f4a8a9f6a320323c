import { describe, expect, it } from 'vitest'
import type { ViewId } from '../../../contract/common.ts'
import type { CustomerQuery } from '../../../contract/customers.ts'
import type { Field } from '../../../contract/fields.ts'
import type { View } from '../../../contract/views.ts'
import { changedBy, isStandIn, missingFields, sameRows, shownView } from '../../../renderer/customers/view-changes.ts'
import { placeBeside, placeOn, tabsThatFit } from '../../../renderer/customers/view-places.ts'

const byName: CustomerQuery = { text: '', filters: [], sort: [{ field: 'name', direction: 'asc' }] }
const gradeA: CustomerQuery = { ...byName, filters: [{ field: 'grade', operator: 'is', value: ['A'] }] }

function view(id: number, change: Partial<View> = {}): View {
  const label = `视图 ${id}`
  return {
    id: id as ViewId,
    key: null,
    labelZh: label,
    labelEn: label,
    query: byName,
    columns: null,
    hidden: false,
    ...change,
  }
}

describe('what was changed by hand', () => {
  it('is kept beside the view, conditions and columns each for itself', () => {
    const narrowed = changedBy(view(1), {}, { query: gradeA })
    expect(narrowed).toEqual({ query: gradeA })
    const columns = [{ field: 'region', width: 90, pinned: false }]
    expect(changedBy(view(1), narrowed, { columns })).toEqual({ query: gradeA, columns })
  })

  it('is no change once it is as it was saved', () => {
    const changes = { query: gradeA, columns: null }
    expect(changedBy(view(1), changes, { query: { ...byName } })).toEqual({})
    expect(changedBy(view(1, { columns: [] }), { query: gradeA }, { columns: [] })).toEqual({ query: gradeA })
  })

  it('shows the same rows in another order when only the order is another', () => {
    expect(sameRows({ ...byName, sort: [] }, byName)).toBe(true)
    expect(sameRows(gradeA, byName)).toBe(false)
    expect(sameRows({ ...byName, text: '王' }, byName)).toBe(false)
  })
})

describe('the view that is shown', () => {
  it('is the one asked for, else the first tab, else a hidden one, else everybody', () => {
    const [hidden, first, second] = [view(1, { hidden: true }), view(2), view(3)]
    expect(shownView([hidden, first, second], second.id)).toBe(second)
    expect(shownView([hidden, first, second], hidden.id)).toBe(hidden)
    expect(shownView([hidden, first, second], 9 as ViewId)).toBe(first)
    expect(shownView([hidden], null)).toBe(hidden)
    expect(isStandIn(shownView([], null))).toBe(true)
    expect(isStandIn(first)).toBe(false)
  })

  it('says which of its fields are gone', () => {
    expect(missingFields(gradeA, [{ key: 'grade' } as Field])).toEqual([])
    expect(missingFields(gradeA, [{ key: 'name' } as Field])).toEqual(['grade'])
  })
})

describe('tabs', () => {
  it('fit from the first on, and the active one always', () => {
    expect(tabsThatFit([50, 50, 50], 0, 150)).toEqual([0, 1, 2])
    expect(tabsThatFit([50, 50, 50], 0, 149)).toEqual([0, 1])
    expect(tabsThatFit([50, 50, 50], 2, 100)).toEqual([0, 2])
    expect(tabsThatFit([50, 50, 50], 1, 10)).toEqual([1])
    expect(tabsThatFit([], -1, 100)).toEqual([])
  })

  it('change places with their neighbour, and not past the ends', () => {
    const [one, two, three] = [view(1), view(2), view(3)]
    const tabs = [one, two, three]
    expect(placeBeside(tabs, two, -1)).toBe(one.id)
    expect(placeBeside(tabs, one, 1)).toBe(three.id)
    expect(placeBeside(tabs, two, 1)).toBeNull()
    expect(placeBeside(tabs, one, -1)).toBeUndefined()
    expect(placeBeside(tabs, three, 1)).toBeUndefined()
    expect(placeBeside(tabs, view(9), 1)).toBeUndefined()
  })

  it('take the place of the one they are dropped on', () => {
    const [one, two, three] = [view(1), view(2), view(3)]
    const tabs = [one, two, three]
    expect(placeOn(tabs, three, one)).toBe(one.id)
    expect(placeOn(tabs, one, two)).toBe(three.id)
    expect(placeOn(tabs, one, three)).toBeNull()
  })
})
