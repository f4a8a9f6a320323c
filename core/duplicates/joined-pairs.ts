import type { CustomerId } from '#contract/common.ts'

interface Pair {
  readonly id: number
  readonly one: CustomerId
  readonly other: CustomerId
}

/**
 * The pairs that have to change when `others` become `survivor`, as they will be. A pair that would lead from the
 * survivor to itself, or say what another pair says already, is not among them: it stays behind.
 */
export function joinedPairs(pairs: readonly Pair[], survivor: CustomerId, others: readonly CustomerId[]): Pair[] {
  const going = new Set(others)
  const joined = (id: CustomerId) => (going.has(id) ? survivor : id)
  const partner = ({ one, other }: Pair) => (joined(one) === survivor ? joined(other) : joined(one))
  const isTouched = ({ one, other }: Pair) => going.has(one) || going.has(other)
  const known = new Set([survivor, ...pairs.filter((pair) => !isTouched(pair)).map(partner)])
  return pairs.filter(isTouched).flatMap((pair) => {
    const id = partner(pair)
    if (known.has(id)) return []
    known.add(id)
    return [{ id: pair.id, one: joined(pair.one), other: joined(pair.other) }]
  })
}
