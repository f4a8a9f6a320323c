import { describe, expect, it } from 'vitest'
import { knownHeader } from '#core/import/known-headers.ts'
import type { Cell, Row } from '#core/sheets/cell.ts'
import { findHeader, headerAt, isTotalsRow } from '#core/sheets/find-header.ts'
import type { Merge } from '#core/sheets/read-worksheet.ts'

const number = (value: number): Cell => ({ kind: 'number', value: String(value), text: String(value) })
const rowsOf = (...rows: readonly (readonly Cell[])[]): Row[] =>
  rows.map((cells, index) => ({ number: index + 1, cells }))
const find = (rows: readonly Row[], merges: readonly Merge[] = []) =>
  findHeader(rows, merges, (text) => knownHeader(text) !== undefined)

const people: Cell[][] = [
  ['王芳', '13800138000', 'A'],
  ['李强', '13900139000', 'B'],
]

describe('finding the header', () => {
  it('in the first row', () => {
    expect(find(rowsOf(['姓名', '电话', '级别'], ...people))).toEqual({
      row: 1,
      dataFrom: 2,
      names: ['姓名', '电话', '级别'],
    })
  })

  it('under a title and a date, beside an empty column', () => {
    const shifted = people.map((row) => ['', ...row])
    const rows = rowsOf(
      ['老客户名单（2025）'],
      ['制表：林晓雨', '', '2025-12-31'],
      ['', '姓名', '电话', '级别'],
      ...shifted,
    )
    expect(find(rows)).toMatchObject({ row: 3, dataFrom: 4, names: ['', '姓名', '电话', '级别'] })
  })

  it('of two lines, joined where the upper one spans', () => {
    const rows = rowsOf(['姓名', '联系方式', '', '级别'], ['', '手机', '微信', ''], ['王芳', '13800138000', 'wf', 'A'])
    const merges = [
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 1, left: 0, bottom: 2, right: 0 },
    ]
    expect(headerAt(rows, merges, 1)).toEqual({
      row: 1,
      dataFrom: 3,
      names: ['姓名', '联系方式 手机', '联系方式 微信', '级别'],
    })
  })

  it('nowhere, when the first row is somebody', () => {
    expect(find(rowsOf(...people, ['张伟', '13700137000', 'A']))).toMatchObject({ row: null, dataFrom: 1 })
    expect(find(rowsOf([number(1), number(2)], [number(3), number(4)]))).toMatchObject({ row: null })
  })

  it('where a person says', () => {
    const rows = rowsOf(['姓名'], ['王芳'], ['李强'])
    expect(headerAt(rows, [], 2)).toMatchObject({ row: 2, dataFrom: 3, names: ['王芳'] })
    expect(headerAt(rows, [], null)).toMatchObject({ row: null, dataFrom: 1 })
  })
})

describe('totals', () => {
  it.each<[Cell[], boolean]>([
    [['合计', '', number(12)], true],
    [['', '总 计：', number(12)], true],
    [['Total', '1,234.50'], true],
    [['小计', '—'], true],
    [['合计餐饮有限公司', '13800138000'], false],
    [['总计', '张三', '老客户'], false],
    [['王芳', number(3)], false],
  ])('%j', (cells, expected) => {
    expect(isTotalsRow({ number: 9, cells })).toBe(expected)
  })
})
