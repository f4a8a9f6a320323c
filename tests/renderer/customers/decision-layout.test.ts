import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContactId } from '../../../contract/common.ts'
import { type Chain, decisionLayout } from '../../../renderer/customers/decision-layout.ts'

const id = (number: number) => number as ContactId
const person = (number: number, reportsTo: number | null = null, influences: readonly number[] = []) => ({
  id: id(number),
  reportsTo: reportsTo === null ? null : id(reportsTo),
  influences: influences.map(id),
})
const places = ({ nodes }: Chain) => nodes.map((node) => [node.id, node.column, node.row])

describe('a decision chain', () => {
  it('has its superiors above, over the middle of those who report to them', () => {
    const chain = decisionLayout([person(1), person(2, 1), person(3, 1), person(4, 3)])
    expect(places(chain)).toEqual([
      [1, 0.5, 0],
      [2, 0, 1],
      [3, 1, 1],
      [4, 1, 2],
    ])
    expect(chain).toMatchObject({ columns: 2, rows: 3 })
  })

  it('has those without a link in a row below', () => {
    const chain = decisionLayout([person(5), person(1), person(2, 1), person(6)])
    expect(places(chain)).toEqual([
      [1, 0, 0],
      [2, 0, 1],
      [5, 0, 2],
      [6, 1, 2],
    ])
    expect(chain).toMatchObject({ columns: 2, rows: 3 })
  })

  it('has who only sways somebody beside the others, not below', () => {
    const chain = decisionLayout([person(1), person(2, 1), person(3, null, [1])])
    expect(places(chain)).toEqual([
      [1, 0, 0],
      [3, 1, 0],
      [2, 0, 1],
    ])
    expect(chain.arrows).toEqual([
      { kind: 'reportsTo', from: 2, to: 1 },
      { kind: 'influences', from: 3, to: 1 },
    ])
  })

  it('shows a circle as an arrow and stands all the same', () => {
    const chain = decisionLayout([person(1, 3), person(2, 1), person(3, 2)])
    expect(new Set(chain.nodes.map((node) => node.id))).toEqual(new Set([1, 2, 3]))
    expect(chain.arrows).toHaveLength(3)
    expect(chain.rows).toBe(3)
  })

  it('knows nobody who is gone, and nobody who sways themselves', () => {
    const chain = decisionLayout([person(1, 9, [1, 8]), person(2, 2)])
    expect(chain.arrows).toEqual([])
    expect(chain).toMatchObject({ columns: 2, rows: 1 })
  })

  const anyone = fc.integer({ min: 1, max: 8 })
  const people = fc.uniqueArray(
    fc.record({ number: anyone, boss: fc.option(anyone), sways: fc.array(anyone, { maxLength: 3 }) }),
    { selector: ({ number }) => number, maxLength: 8 },
  )

  it('gives everybody one place of their own, whatever they say of each other', () => {
    fc.assert(
      fc.property(people, (all) => {
        const chain = decisionLayout(all.map(({ number, boss, sways }) => person(number, boss, sways)))
        expect(chain.nodes.map((node) => node.id).toSorted()).toEqual(all.map(({ number }) => number).toSorted())
        expect(new Set(chain.nodes.map(({ column, row }) => `${column} ${row}`)).size).toBe(all.length)
        for (const { column, row } of chain.nodes) {
          expect(column).toBeGreaterThanOrEqual(0)
          expect(column).toBeLessThanOrEqual(chain.columns - 1)
          expect(row).toBeLessThan(chain.rows)
        }
      }),
    )
  })

  it('never has boxes of one row overlap', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { nodes } = decisionLayout(all.map(({ number, boss, sways }) => person(number, boss, sways)))
        for (const [index, node] of nodes.entries()) {
          const before = nodes[index - 1]
          if (before?.row === node.row) expect(node.column - before.column).toBeGreaterThanOrEqual(1)
        }
      }),
    )
  })
})
