import { describe, expect, it } from 'vitest'
import type { CustomerId } from '../../../contract/common.ts'
import type { CustomerRow } from '../../../contract/customers.ts'
import { selectedRows, sumsOf } from '../../../renderer/customers/selected-rows.ts'
import { everything, nothing, withRows } from '../../../renderer/customers/selection.ts'

const id = (number: number) => number as CustomerId
const list = Array.from({ length: 1234 }, (_, index) => customer(index + 1))

function customer(number: number, values: CustomerRow['values'] = {}): CustomerRow {
  return { id: id(number), number: `K${number}`, kind: 'person', name: `客户${number}`, values, nextContactTime: null }
}

function listOf(rows: readonly CustomerRow[]) {
  const asked: number[] = []
  const rowsAt = async (offset: number, limit: number) => {
    asked.push(offset)
    return rows.slice(offset, offset + limit)
  }
  return { asked, rowsAt }
}

describe('the ticked rows', () => {
  it('are read where they were ticked, in the order of the list', async () => {
    const { asked, rowsAt } = listOf(list)
    const ticked = [1100, 7, 1101].map((number) => ({ id: id(number), index: number - 1 }))
    const rows = await selectedRows(withRows(nothing, ticked, true), list.length, rowsAt)
    expect(rows.map((row) => row.id)).toEqual([7, 1100, 1101])
    expect(asked).toEqual([0, 1000, 1100])
  })

  it('are found all the same when the list has changed since', async () => {
    const { rowsAt } = listOf(list.toReversed())
    const ticked = [5, 900].map((number) => ({ id: id(number), index: number - 1 }))
    const rows = await selectedRows(withRows(nothing, ticked, true), list.length, rowsAt)
    expect(rows.map((row) => row.id)).toEqual([900, 5])
  })

  it('are all of a list but those cleared', async () => {
    const { rowsAt } = listOf(list)
    const allBut = withRows(everything, [{ id: id(2), index: 1 }], false)
    const rows = await selectedRows(allBut, list.length, rowsAt)
    expect(rows).toHaveLength(list.length - 1)
    expect(rows.some((row) => row.id === 2)).toBe(false)
  })

  it('are left out when they are gone', async () => {
    const { rowsAt } = listOf(list.slice(10))
    const rows = await selectedRows(withRows(nothing, [{ id: id(3), index: 2 }], true), list.length - 10, rowsAt)
    expect(rows).toEqual([])
  })
})

describe('sums', () => {
  it('add the figures of a column and leave out columns without any', () => {
    const rows = [customer(1, { creditLimit: 100, employees: null }), customer(2, { creditLimit: 250 }), customer(3)]
    expect(sumsOf(rows, ['creditLimit', 'employees'])).toEqual([{ column: 'creditLimit', total: 350 }])
  })
})
