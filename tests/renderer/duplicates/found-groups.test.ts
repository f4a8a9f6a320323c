import { expect, it } from 'vitest'
import type { CustomerId, Instant } from '../../../contract/common.ts'
import type { DuplicateGroup } from '../../../contract/duplicates.ts'
import { comparedOf, type FoundGroups, settled } from '../../../renderer/duplicates/found-groups.ts'

it('goes to the group that moves up when one is merged', () => {
  const { found, next } = settled(foundOf([1, 2], [3, 4], [5, 6]), ids(3, 4), id(3))
  expect(idsOf(found)).toEqual([
    [1, 2],
    [5, 6],
  ])
  expect(next).toEqual([5, 6])
  expect(found.count).toBe(2)
})

it('starts over at the first group after the last one', () => {
  expect(settled(foundOf([1, 2], [3, 4]), ids(3, 4), null).next).toEqual([1, 2])
})

it('stays with a group of which something is left', () => {
  const { found, next } = settled(foundOf([1, 2, 3, 4, 5, 6]), ids(1, 2, 3, 4), id(2))
  expect(idsOf(found)).toEqual([[2, 5, 6]])
  expect(next).toEqual([2, 5, 6])
  expect(found.count).toBe(1)
})

it('has nothing more to show when all is settled', () => {
  expect(settled(foundOf([1, 2]), ids(1, 2), id(1))).toEqual({
    found: { groups: [], count: 0, foundAtFirst: 1 },
    next: [],
  })
})

it('changes nothing when the cards were not found together', () => {
  const found = foundOf([1, 2], [3, 4])
  expect(settled(found, ids(1, 3), id(1)).found).toBe(found)
})

it('compares four at once', () => {
  const [group] = foundOf([1, 2, 3, 4, 5]).groups
  expect(group && comparedOf(group)).toEqual([1, 2, 3, 4])
})

const id = (number: number) => number as CustomerId
const ids = (...numbers: number[]) => numbers.map(id)

function foundOf(...groups: number[][]): FoundGroups {
  return { groups: groups.map(groupOf), count: groups.length, foundAtFirst: groups.length }
}

function groupOf(numbers: readonly number[]): DuplicateGroup {
  const customer = {
    number: '',
    kind: 'person',
    name: '',
    phone: null,
    region: '',
    visits: 0,
    changedAt: 0 as Instant,
  } as const
  return {
    customers: numbers.map((number) => ({ ...customer, id: id(number) })),
    reasons: [{ reason: 'phone', value: '13800130001' }],
  }
}

function idsOf({ groups }: FoundGroups): number[][] {
  return groups.map(({ customers }) => customers.map((customer) => customer.id))
}
