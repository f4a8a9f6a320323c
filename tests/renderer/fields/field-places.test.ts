import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field, Layout } from '#contract/fields.ts'
import { blocksOf, placeOfField, placeOfSection, placesFor, rowId } from '../../../renderer/fields/field-places.ts'
import { edgeOf, stepFrom } from '../../../renderer/ui/reorder-steps.ts'

const section = (key: string, position: number) => ({
  key,
  labelZh: key,
  labelEn: key,
  position,
  hidden: false,
  weight: 1,
  shipped: true,
})

const field = (id: number, section: string | null, owner: Field['owner'] = 'customer'): Field => ({
  id,
  owner,
  key: `f${id}`,
  labelZh: `${id}`,
  labelEn: `${id}`,
  type: 'text',
  storage: 'value',
  section,
  position: id,
  required: false,
  sensitive: false,
  printed: true,
  listed: true,
  hidden: false,
  retired: false,
  readOnly: false,
  shipped: false,
  choices: [],
})

const layout: Layout = {
  sections: [section('notes', 2), section('name', 0), section('empty', 1)],
  fields: [field(4, 'notes'), field(1, 'name'), field(2, 'name'), field(3, null), field(5, 'name', 'visit')],
}

it('shows sections in order, each with its own fields of the card', () => {
  expect(blocksOf(layout).map(({ section, fields }) => [section.key, fields.map(({ id }) => id)])).toEqual([
    ['name', [1, 2]],
    ['empty', []],
    ['notes', [4]],
  ])
})

describe('a field that is dropped', () => {
  it.each([
    ['field:2', 'after', { section: 'name', before: null }],
    ['field:1', 'before', { section: 'name', before: 1 }],
    ['head:empty', 'after', { section: 'empty', before: null }],
    ['head:empty', 'before', { section: 'name', before: null }],
    ['head:notes', 'after', { section: 'notes', before: 4 }],
    ['head:notes', 'before', { section: 'empty', before: null }],
    ['head:name', 'before', { section: 'name', before: 1 }],
    ['field:99', 'after', null],
  ] as const)('at %s, %s, stands there', (over, edge, place) => {
    expect(placeOfField(layout, over, edge)).toEqual(place)
  })

  it('walks through every place of the card, one step at a time', () => {
    const at = (layout: Layout) => blocksOf(layout).map(({ fields }) => fields.map(({ id }) => id))
    let now = layout
    const walk = [at(now)]
    for (let step = 0; step < 3; step++) {
      const places = placesFor(now, rowId.field(1))
      const over = stepFrom(places, rowId.field(1), 1)
      const place = over === null ? null : placeOfField(now, over, 'after')
      if (place) now = moved(now, 1, place)
      walk.push(at(now))
    }
    expect(walk).toEqual([
      [[1, 2], [], [4]],
      [[2, 1], [], [4]],
      [[2], [1], [4]],
      [[2], [], [1, 4]],
    ])
  })

  it('is where the line was, wherever that is', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 4), fc.nat({ max: 5 }), (id, at) => {
        const places = placesFor(layout, rowId.field(id))
        const over = places[at] ?? ''
        const edge = edgeOf(places, rowId.field(id), over)
        if (edge === null) return
        const place = placeOfField(layout, over, edge)
        const after = moved(layout, id, place ?? { section: '', before: null })
        const order = placesFor(after, rowId.field(id)).filter((row) => row.startsWith('field:'))
        expect(order).toHaveLength(3)
        expect(blocksOf(after).find(({ section }) => section.key === place?.section)?.fields).toContainEqual(
          expect.objectContaining({ id }),
        )
      }),
    )
  })
})

it('moves a section among the sections', () => {
  expect(placesFor(layout, rowId.section('name'))).toEqual(['section:name', 'section:empty', 'section:notes'])
  expect(placeOfSection(layout, rowId.section('empty'), 'after')).toBe('notes')
  expect(placeOfSection(layout, rowId.section('notes'), 'after')).toBeNull()
  expect(placeOfSection(layout, rowId.section('name'), 'before')).toBe('name')
})

/** What the core does with a move, on the layout alone. */
function moved(layout: Layout, id: number, { section, before }: { section: string; before: number | null }): Layout {
  const carried = layout.fields.find((field) => field.id === id)
  if (!carried || before === id) return layout
  const others = blocksOf(layout).flatMap(({ fields }) => fields.filter((field) => field.id !== id))
  const ofSection = others.filter((field) => field.section === section)
  const at = before === null ? ofSection.length : ofSection.findIndex((field) => field.id === before)
  const placed = ofSection.toSpliced(at, 0, { ...carried, section })
  const rest = others.filter((field) => field.section !== section)
  return { ...layout, fields: [...rest, ...placed].map((field, position) => ({ ...field, position })) }
}
