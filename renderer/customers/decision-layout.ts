import type { ContactId } from '#contract/common.ts'
import type { Contact } from '#contract/customers.ts'

type Linked = Pick<Contact, 'id' | 'reportsTo' | 'influences'>

export interface ChainNode {
  readonly id: ContactId
  /** In widths of a box from the left; a superior stands over the middle of those below, so halves occur. */
  readonly column: number
  /** From the top: a superior is above whom they lead. */
  readonly row: number
}

export interface ChainArrow {
  readonly kind: 'reportsTo' | 'influences'
  readonly from: ContactId
  readonly to: ContactId
}

export interface Chain {
  /** From top to bottom and left to right, as one reads it. */
  readonly nodes: readonly ChainNode[]
  readonly arrows: readonly ChainArrow[]
  readonly columns: number
  readonly rows: number
}

/** Where everybody of a decision chain stands. Who reports in a circle is told so by an arrow, and stands somewhere. */
export function decisionLayout(contacts: readonly Linked[]): Chain {
  const arrows = arrowsOf(contacts)
  const linked = new Set(arrows.flatMap(({ from, to }) => [from, to]))
  const superiors = superiorsOf(contacts)
  const rest = contacts.filter(({ id }) => !linked.has(id))
  const roots = contacts.filter(({ id }) => linked.has(id) && !superiors.has(id))

  const nodes: ChainNode[] = []
  let columns = 0
  const place = (id: ContactId, row: number): number => {
    const below = contacts.filter((contact) => superiors.get(contact.id) === id).map((each) => place(each.id, row + 1))
    const [first, last] = [below.at(0), below.at(-1)]
    const column = first === undefined || last === undefined ? columns++ : (first + last) / 2
    nodes.push({ id, column, row })
    return column
  }
  for (const { id } of roots) place(id, 0)

  const rows = nodes.reduce((most, { row }) => Math.max(most, row + 1), 0)
  for (const [column, { id }] of rest.entries()) nodes.push({ id, column, row: rows })
  return {
    nodes: nodes.toSorted((a, b) => a.row - b.row || a.column - b.column),
    arrows,
    columns: Math.max(columns, rest.length),
    rows: rows + (rest.length > 0 ? 1 : 0),
  }
}

/** Links to somebody who is gone, and to oneself, are none. */
function arrowsOf(contacts: readonly Linked[]): ChainArrow[] {
  const ids = new Set(contacts.map(({ id }) => id))
  return contacts
    .flatMap(({ id, reportsTo, influences }) => [
      ...(reportsTo === null ? [] : [{ kind: 'reportsTo' as const, from: id, to: reportsTo }]),
      ...influences.map((to) => ({ kind: 'influences' as const, from: id, to })),
    ])
    .filter(({ from, to }) => from !== to && ids.has(to))
}

/** Whom each stands below. The link that would close a circle is left out. */
function superiorsOf(contacts: readonly Linked[]): ReadonlyMap<ContactId, ContactId> {
  const superiors = new Map<ContactId, ContactId>()
  const isBelow = (id: ContactId, other: ContactId): boolean => {
    for (let at: ContactId | undefined = id; at !== undefined; at = superiors.get(at)) if (at === other) return true
    return false
  }
  for (const { kind, from, to } of arrowsOf(contacts))
    if (kind === 'reportsTo' && !isBelow(to, from)) superiors.set(from, to)
  return superiors
}
