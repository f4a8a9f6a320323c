import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paths, routeOf } from '../../../renderer/lib/navigation.ts'

describe('addresses', () => {
  it.each([
    ['', { page: 'today' }],
    ['#/today', { page: 'today' }],
    ['#/customers', { page: 'customers' }],
    ['#/customers/12', { page: 'card', id: 12 }],
    ['#/customers/zwölf', { page: 'customers' }],
    ['#/print/12,13', { page: 'print', ids: [12, 13] }],
    ['#/print/', { page: 'today' }],
    ['#/print/0,-1,1.5,x', { page: 'today' }],
    ['#c=secret', { page: 'today' }],
    ['#/history', { page: 'history' }],
  ])('%s leads to %o', (hash, route) => {
    expect(routeOf(hash)).toEqual(route)
  })

  it('come back as they were made', () => {
    const ids = fc.array(fc.integer({ min: 1, max: 2 ** 31 }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(ids, (ids) => {
        expect(routeOf(paths.print(ids))).toEqual({ page: 'print', ids })
      }),
    )
  })
})
