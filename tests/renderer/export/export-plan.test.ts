import { expect, it } from 'vitest'
import { CustomerId } from '#contract/common.ts'
import { columnsOf, everybody, scopesOf, selectionOf } from '../../../renderer/export/export-plan.ts'

const ids = [CustomerId.parse(3)]
const query = { text: '餐饮', filters: [], sort: [] }
const nowhere = { selection: null, query: null, columns: null }
const list = { selection: { ids }, query, columns: ['grade', 'bankAccount', 'phones'] }

it('offers what is ticked and the list only where there are such', () => {
  expect(scopesOf(nowhere)).toEqual(['all'])
  expect(scopesOf(list)).toEqual(['selection', 'view', 'all'])
  expect(selectionOf('selection', list)).toEqual({ ids })
  expect(selectionOf('view', list)).toEqual({ query, except: [] })
  expect(selectionOf('all', list)).toEqual({ query: everybody, except: [] })
})

it('keeps the order of the list, with the name in it', () => {
  expect(columnsOf('view', list)).toEqual(['name', 'grade', 'bankAccount', 'phones'])
  expect(columnsOf('view', { ...list, columns: ['grade', 'name'] })).toEqual(['grade', 'name'])
})

it('asks for every column where there is no list, or where all are wanted', () => {
  expect(columnsOf('all', list)).toBeNull()
  expect(columnsOf('view', nowhere)).toBeNull()
})
