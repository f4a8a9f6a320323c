export type Edge = 'before' | 'after'

/** Dropped on a row further down, an item stands after it; further up, before it. Null: on itself, or nowhere. */
export function edgeOf(places: readonly string[], id: string, over: string): Edge | null {
  const from = places.indexOf(id)
  const to = places.indexOf(over)
  if (from === to || to === -1) return null
  return to > from ? 'after' : 'before'
}

/** The next place up or down; null at the end. */
export function stepFrom(places: readonly string[], from: string, by: number): string | null {
  return places[places.indexOf(from) + by] ?? null
}

/** The item before which one stands after a move among its likes; null: at the end. */
export function beforeWhich<T>(items: readonly T[], over: T, edge: Edge): T | null {
  return edge === 'before' ? over : (items[items.indexOf(over) + 1] ?? null)
}
