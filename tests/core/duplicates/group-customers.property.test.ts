import { array, assert, constantFrom, integer, property, record, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import type { CustomerId } from '#contract/common.ts'
import { groupCustomers, type Tie } from '#core/duplicates/group-customers.ts'
import { joinedPairs } from '#core/duplicates/joined-pairs.ts'

const anyId = integer({ min: 1, max: 12 }).map((id) => id as CustomerId)
const anyPair = tuple(anyId, anyId).filter(([one, other]) => one !== other)
const anyTie = record({
  pair: anyPair,
  reason: constantFrom('phone' as const, 'name' as const),
  strength: integer({ min: 1, max: 3 }),
}).map(({ pair: [one, other], ...tie }): Tie => ({ one, other, value: '1', ...tie }))

it('never puts two together who were kept apart, nobody in two groups, and nobody in one without a reason', () => {
  assert(
    property(array(anyTie, { maxLength: 30 }), array(anyPair, { maxLength: 8 }), (ties, apart) => {
      const groups = groupCustomers(ties, apartFrom(apart))
      const all = groups.flatMap(({ ids }) => ids)
      expect(new Set(all).size).toBe(all.length)
      for (const { ids, reasons } of groups) {
        expect(ids.length).toBeGreaterThan(1)
        expect(reasons.length).toBeGreaterThan(0)
        for (const [one, other] of apart) expect(ids.includes(one) && ids.includes(other)).toBe(false)
        for (const id of ids) {
          const partners = ties.filter((tie) => tie.one === id || tie.other === id)
          expect(partners.some(({ one, other }) => ids.includes(one) && ids.includes(other))).toBe(true)
        }
      }
      expect(groups.map(({ strength }) => strength)).toEqual(
        groups.map(({ strength }) => strength).toSorted((a, b) => b - a),
      )
    }),
  )
})

it('puts all together who hang together when nobody was kept apart', () => {
  assert(
    property(array(anyTie, { maxLength: 30 }), (ties) => {
      const groups = groupCustomers(ties, new Map())
      for (const { one, other } of ties) {
        expect(groups.find(({ ids }) => ids.includes(one))).toBe(groups.find(({ ids }) => ids.includes(other)))
      }
    }),
  )
})

it('leaves a chain of chances in pieces that one can look through', () => {
  const chain = Array.from({ length: 200 }, (_, place): Tie => ({
    one: (place + 1) as CustomerId,
    other: (place + 2) as CustomerId,
    reason: 'phone',
    value: String(place),
    strength: 1,
  }))
  for (const { ids } of groupCustomers(chain, new Map())) expect(ids.length).toBeLessThanOrEqual(20)
})

it('joins the pairs of merged customers so that each partner stays once and none is the survivor', () => {
  assert(
    property(array(anyPair, { maxLength: 20 }), (found) => {
      const [survivor, others] = [1 as CustomerId, [2, 3] as CustomerId[]]
      // Those of somebody who is merged: the others are nobody's business.
      const pairs = found
        .map(([one, other], id) => ({ id, one, other }))
        .filter(({ one, other }) => one < 4 || other < 4)
      const changed = joinedPairs(pairs, survivor, others)
      const going = new Set(others)
      const isTouched = ({ one, other }: { one: CustomerId; other: CustomerId }) => going.has(one) || going.has(other)
      const untouched = pairs.filter((pair) => !isTouched(pair))
      const partnersOf = (all: readonly { one: CustomerId; other: CustomerId }[]) =>
        all
          .filter(({ one, other }) => one === survivor || other === survivor)
          .map(({ one, other }) => (one === survivor ? other : one))
      const wanted = pairs
        .map(({ one, other }) => [one, other].map((id) => (going.has(id) ? survivor : id)))
        .filter((pair) => pair.includes(survivor) && pair[0] !== pair[1])
        .map(([one, other]) => (one === survivor ? other : one))
      expect(new Set(partnersOf([...untouched, ...changed]))).toEqual(new Set(wanted))
      const moved = partnersOf(changed)
      expect(new Set(moved).size).toBe(moved.length)
      expect(moved).not.toContain(survivor)
      for (const partner of moved) expect(partnersOf(untouched)).not.toContain(partner)
    }),
  )
})

function apartFrom(pairs: readonly (readonly [CustomerId, CustomerId])[]) {
  const apart = new Map<CustomerId, Set<CustomerId>>()
  for (const [one, other] of pairs) {
    apart.set(one, (apart.get(one) ?? new Set()).add(other))
    apart.set(other, (apart.get(other) ?? new Set()).add(one))
  }
  return apart
}
