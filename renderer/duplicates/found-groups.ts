import type { CustomerId } from '#contract/common.ts'
import type { DuplicateGroup } from '#contract/duplicates.ts'

/** What a search has found, less what was settled since. */
export interface FoundGroups {
  readonly groups: readonly DuplicateGroup[]
  /** Of all groups that are not settled, those left out of the list included. */
  readonly count: number
  /** How many there were when the search ended. */
  readonly foundAtFirst: number
}

/** As many as stand side by side on a small screen. */
export const comparedAtOnce = 4

/**
 * The groups after cards were merged into `survivor`, or with null found to be different, and the cards to look at next:
 * what is left of the same group, or the group that moves up into its place. None when everything is settled.
 */
export function settled(
  found: FoundGroups,
  ids: readonly CustomerId[],
  survivor: CustomerId | null,
): { readonly found: FoundGroups; readonly next: readonly CustomerId[] } {
  const place = found.groups.findIndex(({ customers }) => ids.every((id) => customers.some((one) => one.id === id)))
  const group = found.groups[place]
  if (!group) return { found, next: [] }
  const gone = new Set(ids.filter((id) => id !== survivor))
  const left = group.customers.filter(({ id }) => !gone.has(id))
  const isSettled = survivor === null || left.length < 2
  const groups = found.groups.flatMap((one, index) => {
    if (index !== place) return [one]
    return isSettled ? [] : [{ ...one, customers: left }]
  })
  const next = groups[place] ?? groups[0]
  return {
    found: { ...found, groups, count: found.count - (isSettled ? 1 : 0) },
    next: next ? comparedOf(next) : [],
  }
}

/** The cards of a group that are compared first. */
export function comparedOf({ customers }: DuplicateGroup): CustomerId[] {
  return customers.slice(0, comparedAtOnce).map(({ id }) => id)
}
