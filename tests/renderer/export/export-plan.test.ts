import { expect, it } from 'vitest'
import { CustomerId } from '#contract/common.ts'
import type { Field } from '#contract/fields.ts'
import { columnsOf, everybody, scopesOf, selectionOf } from '../../../renderer/export/export-plan.ts'

const ids = [CustomerId.parse(3)]
const query = { text: '餐饮', filters: [], sort: [] }
const nowhere = { selection: null, query: null, columns: null }
const list = { selection: { ids }, query, columns: ['grade', 'bankAccount', 'phones'] }
const fields = ['name', 'grade', 'bankAccount', 'phones'].map(
  (key) => ({ key, sensitive: key === 'bankAccount' }) as Field,
)

it('offers what is ticked and the list only where there are such', () => {
  expect(scopesOf(nowhere)).toEqual(['all'])
  expect(scopesOf(list)).toEqual(['selection', 'view', 'all'])
  expect(selectionOf('selection', list)).toEqual({ ids })
  expect(selectionOf('view', list)).toEqual({ query, except: [] })
  expect(selectionOf('all', list)).toEqual({ query: everybody, except: [] })
})

it('keeps the order of the list, with the name in it', () => {
  expect(columnsOf({ columns: 'view', withSensitive: true }, list, fields)).toEqual([
    'name',
    'grade',
    'bankAccount',
    'phones',
  ])
})

it('leaves sensitive fields out of every file unless they were ticked', () => {
  expect(columnsOf({ columns: 'view', withSensitive: false }, list, fields)).toEqual(['name', 'grade', 'phones'])
  expect(columnsOf({ columns: 'all', withSensitive: false }, list, fields)).toEqual(['name', 'grade', 'phones'])
  expect(columnsOf({ columns: 'all', withSensitive: true }, nowhere, fields)).toBeNull()
})
