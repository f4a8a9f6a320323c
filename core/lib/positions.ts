export interface Placed<Id> {
  readonly id: Id
  readonly position: number
}

/**
 * The positions that change when one of a row of things is put before another (null: at the end), as few as can be:
 * the moved one takes a free number, and only where there is none do those after it make room.
 */
export function movedPositions<Id>(row: readonly Placed<Id>[], moved: Id, before: Id | null): Placed<Id>[] {
  const others = row.filter(({ id }) => id !== moved)
  const found = others.findIndex(({ id }) => id === before)
  const place = found === -1 ? others.length : found
  const [previous, next] = [others[place - 1]?.position, others[place]?.position]
  const own = row.find(({ id }) => id === moved)?.position
  if (own !== undefined && own > (previous ?? -Infinity) && own < (next ?? Infinity)) return []

  let last = (previous ?? (next ?? 1) - 2) + 1
  const changed: Placed<Id>[] = [{ id: moved, position: last }]
  for (const { id, position } of others.slice(place)) {
    if (position > last) break
    last++
    if (position !== last) changed.push({ id, position: last })
  }
  return changed
}
