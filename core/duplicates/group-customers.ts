import type { CustomerId } from '#contract/common.ts'
import type { DuplicateReason } from '#contract/duplicates.ts'

/** Two customers and what they have in common. */
export interface Tie {
  readonly one: CustomerId
  readonly other: CustomerId
  readonly reason: DuplicateReason
  readonly value: string
  /** How much it says: a phone nearly everything, the name of a person hardly anything. */
  readonly strength: number
}

export interface CustomerGroup {
  readonly ids: readonly CustomerId[]
  readonly reasons: readonly { readonly reason: DuplicateReason; readonly value: string }[]
  readonly strength: number
}

/** From whom each was kept apart; every pair is told from both sides. */
export type Apart = ReadonlyMap<CustomerId, ReadonlySet<CustomerId>>

/** A larger group is a chain of chances, and nobody could look through it. */
const largestGroup = 20

/**
 * Puts together who hangs together by ties, the surest groups first.
 *
 * Strong ties go first, and two groups are not joined when somebody of the one was kept apart from somebody of the
 * other: so no group ever holds such a pair, whatever third card would lead from one to the other.
 */
export function groupCustomers(ties: readonly Tie[], apart: Apart): CustomerGroup[] {
  const groupOf = new Map<CustomerId, Set<CustomerId>>()
  const sorted = ties.toSorted((a, b) => b.strength - a.strength || a.one - b.one || a.other - b.other)
  for (const { one, other } of sorted) {
    const [left, right] = [groupOf.get(one) ?? new Set([one]), groupOf.get(other) ?? new Set([other])]
    if (left === right || left.size + right.size > largestGroup) continue
    if ([...left].some((id) => areApart(apart.get(id), right))) continue
    for (const id of right) left.add(id)
    for (const id of left) groupOf.set(id, left)
  }

  const inside = sorted.filter(
    ({ one, other }) => groupOf.get(one) !== undefined && groupOf.get(one) === groupOf.get(other),
  )
  return [...Map.groupBy(inside, ({ one }) => groupOf.get(one))]
    .map(([members = new Set(), own]) => ({
      ids: [...members].toSorted((a, b) => a - b),
      reasons: distinct(own),
      strength: strengthOf(own),
    }))
    .toSorted((a, b) => b.strength - a.strength || (a.ids[0] ?? 0) - (b.ids[0] ?? 0))
}

function areApart(kept: ReadonlySet<CustomerId> | undefined, group: ReadonlySet<CustomerId>): boolean {
  return kept !== undefined && [...group].some((id) => kept.has(id))
}

function distinct(ties: readonly Tie[]): CustomerGroup['reasons'] {
  const known = new Map(ties.map(({ reason, value }) => [`${reason} ${value}`, { reason, value }]))
  return [...known.values()]
}

/** Each kind of reason counts once: three shared phones say no more than one. */
function strengthOf(ties: readonly Tie[]): number {
  const strongest = new Map<DuplicateReason, number>()
  for (const { reason, strength } of ties) strongest.set(reason, Math.max(strength, strongest.get(reason) ?? 0))
  return [...strongest.values()].reduce((sum, strength) => sum + strength, 0)
}
