import type { CustomerId } from '#contract/common.ts'
import type { CustomerQuery, CustomerSelection } from '#contract/customers.ts'

/** The ticked rows: those ticked one by one, with their place in the list, or all of the list but some. */
export type Selection =
  | { readonly mode: 'some'; readonly places: ReadonlyMap<CustomerId, number> }
  | { readonly mode: 'allBut'; readonly except: ReadonlySet<CustomerId> }

export interface PlacedId {
  readonly id: CustomerId
  readonly index: number
}

/** As many as the contract takes by id. More are chosen as "all but". */
export const mostByHand = 10_000

export const nothing: Selection = { mode: 'some', places: new Map() }
export const everything: Selection = { mode: 'allBut', except: new Set() }

export function isSelected(selection: Selection, id: CustomerId): boolean {
  return selection.mode === 'some' ? selection.places.has(id) : !selection.except.has(id)
}

export function countSelected(selection: Selection, total: number): number {
  return selection.mode === 'some' ? selection.places.size : Math.max(0, total - selection.except.size)
}

/** Ticks or clears rows. Past `mostByHand` the selection stays as it was. */
export function withRows(selection: Selection, rows: readonly PlacedId[], selected: boolean): Selection {
  if (selection.mode === 'allBut') {
    const except = new Set(selection.except)
    for (const { id } of rows) {
      if (selected) except.delete(id)
      else except.add(id)
    }
    return except.size > mostByHand ? selection : { mode: 'allBut', except }
  }
  const places = new Map(selection.places)
  for (const { id, index } of rows) {
    if (selected) places.set(id, index)
    else places.delete(id)
  }
  return places.size > mostByHand ? selection : { mode: 'some', places }
}

export function selectionInput(selection: Selection, query: CustomerQuery): CustomerSelection {
  return selection.mode === 'some' ? { ids: [...selection.places.keys()] } : { query, except: [...selection.except] }
}
