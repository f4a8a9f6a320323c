import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContactId } from '../../../contract/common.ts'
import { drawnArrows, sizeOf } from '../../../renderer/customers/decision-arrows.ts'
import { decisionLayout } from '../../../renderer/customers/decision-layout.ts'

const person = (number: number, reportsTo: number | null = null, influences: readonly number[] = []) => ({
  id: number as ContactId,
  reportsTo: reportsTo as ContactId | null,
  influences: influences.map((each) => each as ContactId),
})

describe('the arrows of a decision chain', () => {
  it('go up to a superior in right angles, without a point', () => {
    const [arrow] = drawnArrows(decisionLayout([person(1), person(2, 1)]))
    expect(arrow).toMatchObject({ kind: 'reportsTo', isPointed: false, path: 'M 66 68 V 54 H 66 V 40' })
  })

  it('point from who sways to who is swayed, and mark who reports in a circle', () => {
    const swayed = drawnArrows(decisionLayout([person(1), person(2, null, [1])]))
    expect(swayed).toMatchObject([{ kind: 'influences', isPointed: true, path: 'M 160 28 H 132' }])
    const circle = drawnArrows(decisionLayout([person(1, 2), person(2, 1)]))
    expect(circle.filter(({ isPointed }) => isPointed)).toHaveLength(1)
  })

  const anyone = fc.integer({ min: 1, max: 8 })
  const people = fc.uniqueArray(
    fc.record({ number: anyone, boss: fc.option(anyone), sways: fc.array(anyone, { maxLength: 3 }) }),
    { selector: ({ number }) => number, maxLength: 8 },
  )

  it('stay inside the picture', () => {
    fc.assert(
      fc.property(people, (all) => {
        const chain = decisionLayout(all.map(({ number, boss, sways }) => person(number, boss, sways)))
        const { width, height } = sizeOf(chain)
        for (const { path } of drawnArrows(chain)) {
          for (const [, command, numbers = ''] of path.matchAll(/([MVHC]) ([^A-Z]*)/g)) {
            const all = numbers.trim().split(' ').map(Number)
            const ys = command === 'H' ? [] : command === 'V' ? all : all.filter((_, index) => index % 2 === 1)
            const xs = command === 'V' ? [] : command === 'H' ? all : all.filter((_, index) => index % 2 === 0)
            for (const x of xs) expect(x >= 0 && x <= width).toBe(true)
            for (const y of ys) expect(y >= 0 && y <= height).toBe(true)
          }
        }
      }),
    )
  })
})
