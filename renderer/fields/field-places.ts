import type { Field, Layout, Section } from '#contract/fields.ts'
import type { Edge } from '../ui/reorder-steps.ts'

/** Fields of a customer's card by section, in order, hidden ones included. */
export function blocksOf({ sections, fields }: Layout): readonly { section: Section; fields: readonly Field[] }[] {
  const own = fields.filter(({ owner }) => owner === 'customer').toSorted((a, b) => a.position - b.position)
  return sections
    .toSorted((a, b) => a.position - b.position)
    .map((section) => ({ section, fields: own.filter((field) => field.section === section.key) }))
}

/** Ids of rows that can be carried or dropped at. A section is carried as a whole; a field goes past heads too. */
export const rowId = {
  section: (key: string) => `section:${key}`,
  head: (key: string) => `head:${key}`,
  field: (id: number) => `field:${id}`,
}

export function placesFor(layout: Layout, id: string): readonly string[] {
  const blocks = blocksOf(layout)
  if (id.startsWith('section:')) return blocks.map(({ section }) => rowId.section(section.key))
  return blocks.flatMap(({ section, fields }) => [
    rowId.head(section.key),
    ...fields.map((field) => rowId.field(field.id)),
  ])
}

export interface Place {
  readonly section: string
  /** The field it then stands before; null: at the end of the section. */
  readonly before: number | null
}

/** Where a field stands after it was dropped at a row. Before a head is at the end of the section above. */
export function placeOfField(layout: Layout, over: string, edge: Edge): Place | null {
  const blocks = blocksOf(layout)
  for (const [index, { section, fields }] of blocks.entries()) {
    if (over === rowId.head(section.key)) {
      const above = blocks[index - 1]
      if (edge === 'before' && above) return { section: above.section.key, before: null }
      return { section: section.key, before: fields[0]?.id ?? null }
    }
    const at = fields.findIndex(({ id }) => over === rowId.field(id))
    if (at === -1) continue
    return { section: section.key, before: (edge === 'before' ? fields[at] : fields[at + 1])?.id ?? null }
  }
  return null
}

/** The section before which one stands after a move; null: at the end. */
export function placeOfSection(layout: Layout, over: string, edge: Edge): string | null {
  const keys = blocksOf(layout).map(({ section }) => section.key)
  const at = keys.findIndex((key) => over === rowId.section(key))
  return (edge === 'before' ? keys[at] : keys[at + 1]) ?? null
}
