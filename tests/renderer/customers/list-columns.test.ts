import { describe, expect, it } from 'vitest'
import type { Field } from '../../../contract/fields.ts'
import { shownColumns, toggled } from '../../../renderer/customers/columns.ts'
import { nextSort } from '../../../renderer/customers/list-sort.ts'

const listed = ['name', 'grade', 'region', 'tags', 'phones', 'custom'].map(
  (key) => ({ key, type: 'text', storage: 'value' }) as Field,
)
const keysOf = (columns: ReturnType<typeof shownColumns>) => columns.map(({ key }) => key)

describe('columns', () => {
  it('are the usual ones that exist, until somebody chooses', () => {
    expect(keysOf(shownColumns(null, listed))).toEqual(['grade', 'name', 'phones', 'region', 'tags'])
  })

  it('keep the face of the row in front, whatever was chosen', () => {
    const chosen = [
      { key: 'custom', width: 90 },
      { key: 'name', width: 300 },
    ]
    const shown = shownColumns(chosen, listed)
    expect(keysOf(shown)).toEqual(['grade', 'name', 'custom'])
    expect(shown[1]?.width).toBe(300)
  })

  it('of fields that are gone are gone', () => {
    expect(keysOf(shownColumns([{ key: 'removed', width: 90 }], listed))).toEqual(['grade', 'name'])
  })

  it('come at the end and go again', () => {
    const shown = shownColumns(null, listed)
    const more = toggled(shown, 'custom', listed)
    expect(keysOf(more).at(-1)).toBe('custom')
    expect(toggled(more, 'custom', listed)).toEqual(shown)
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
