import type { TrashEntity, TrashEntry, TrashKey } from '#contract/trash.ts'

/** What is ticked, on whichever page it stands. */
export type Ticked = ReadonlyMap<string, TrashKey>

export function keyOf({ entity, id }: TrashKey): string {
  return `${entity}-${id}`
}

export function withTick(ticked: Ticked, entries: readonly TrashEntry[], isTicked: boolean): Ticked {
  const next = new Map(ticked)
  for (const { entity, id } of entries) {
    if (isTicked) next.set(keyOf({ entity, id }), { entity, id })
    else next.delete(keyOf({ entity, id }))
  }
  return next
}

/** How many of each kind, in the order in which they were ticked. */
export function countsOf(ticked: Ticked): readonly (readonly [TrashEntity, number])[] {
  const byKind = Map.groupBy(ticked.values(), ({ entity }) => entity)
  return [...byKind].map(([entity, keys]) => [entity, keys.length] as const)
}
