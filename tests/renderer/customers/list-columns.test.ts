import { describe, expect, it } from 'vitest'
import type { Field } from '../../../contract/fields.ts'
import { moved, pinned, shownColumns, toggled } from '../../../renderer/customers/columns.ts'
import { nextSort } from '../../../renderer/customers/list-sort.ts'

const listed = ['name', 'grade', 'region', 'tags', 'phones', 'custom'].map(
  (key) => ({ key, type: 'text', storage: 'value' }) as Field,
)
const keysOf = (columns: ReturnType<typeof shownColumns>) => columns.map(({ field }) => field)
const column = (field: string, width: number, isPinned = false) => ({ field, width, pinned: isPinned })

describe('columns', () => {
  it('are the usual ones that exist, until somebody chooses', () => {
    expect(keysOf(shownColumns(null, listed))).toEqual(['grade', 'name', 'phones', 'region', 'tags'])
  })

  it('keep the face of the row in front, whatever was chosen', () => {
    const shown = shownColumns([column('custom', 90), column('name', 300)], listed)
    expect(keysOf(shown)).toEqual(['grade', 'name', 'custom'])
    expect(shown[1]?.width).toBe(300)
  })

  it('of fields that are gone are gone', () => {
    expect(keysOf(shownColumns([column('removed', 90)], listed))).toEqual(['grade', 'name'])
  })

  it('come at the end and go again', () => {
    const shown = shownColumns(null, listed)
    const more = toggled(shown, 'custom', listed)
    expect(keysOf(more).at(-1)).toBe('custom')
    expect(toggled(more, 'custom', listed)).toEqual(shown)
  })

  it('have the width of their field where none was chosen', () => {
    expect(shownColumns([{ field: 'custom', width: null, pinned: false }], listed).at(-1)?.width).toBe(112)
  })

  it('that are pinned stand behind the face of the row and in front of all others', () => {
    const shown = shownColumns([column('region', 80), column('tags', 90), column('custom', 90, true)], listed)
    expect(keysOf(shown)).toEqual(['grade', 'name', 'custom', 'region', 'tags'])
    expect(keysOf(pinned(shown, 'tags'))).toEqual(['grade', 'name', 'custom', 'tags', 'region'])
    expect(pinned(pinned(shown, 'tags'), 'tags').filter((each) => each.pinned)).toHaveLength(3)
  })

  it('change places with their neighbour, never across the line that parts pinned from free', () => {
    const shown = shownColumns([column('custom', 90, true), column('region', 80), column('tags', 90)], listed)
    expect(keysOf(moved(shown, 'tags', -1))).toEqual(['grade', 'name', 'custom', 'tags', 'region'])
    expect(moved(shown, 'region', -1)).toBe(shown)
    expect(moved(shown, 'custom', -1)).toBe(shown)
    expect(moved(shown, 'tags', 1)).toBe(shown)
  })
})

describe('a click on a heading', () => {
  it('sorts up, then down, then not at all', () => {
    const up = nextSort([], 'name', false)
    expect(up).toEqual([{ field: 'name', direction: 'asc' }])
    const down = nextSort(up, 'name', false)
    expect(down).toEqual([{ field: 'name', direction: 'desc' }])
    expect(nextSort(down, 'name', false)).toEqual([])
  })

  it('takes the place of another order, or stands behind it', () => {
    const byName = nextSort([], 'name', false)
    expect(nextSort(byName, 'grade', false)).toEqual([{ field: 'grade', direction: 'asc' }])
    const both = nextSort(byName, 'grade', true)
    expect(both.map(({ field }) => field)).toEqual(['name', 'grade'])
    expect(nextSort(both, 'name', true)[0]).toEqual({ field: 'name', direction: 'desc' })
  })

  it('goes three deep and no deeper', () => {
    const deep = ['a', 'b', 'c', 'd'].reduce((sort, field) => nextSort(sort, field, true), nextSort([], 'z', false))
    expect(deep.map(({ field }) => field)).toEqual(['z', 'a', 'b'])
  })
})
