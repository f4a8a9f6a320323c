import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipboardTable } from '../../../renderer/customers/clipboard-table.ts'

describe('a table for the clipboard', () => {
  it('is read back cell for cell', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a\tb', 'a\nb', '"', '""', '备注\r\n第二行', ''))
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    fc.assert(
      fc.property(rows, (table) => {
        // A lone empty cell is an empty line, which no reader can tell from none.
        fc.pre(table.every((row) => row.length > 1 || row[0] !== ''))
        const read: string[][] = parse(clipboardTable(table), { delimiter: '\t', recordDelimiter: '\r\n' })
        expect(read.map((row) => row.map(withoutGuard))).toEqual(table.map((row) => row.map(withoutGuard)))
      }),
    )
  })

  it('holds nothing that a spreadsheet would run', () => {
    const dangerous = ['=1+1', '@SUM(A1)', '+cmd|calc', '-2+3+cmd', '\t=1', '\r=1']
    for (const text of dangerous) expect(clipboardTable([[text, 'x']])).toMatch(/^"?'/)
  })

  it('leaves phones and figures as they are', () => {
    expect(clipboardTable([['+86 138 5712 0463', '-12.5', '13857120463']])).toBe(
      '+86 138 5712 0463\t-12.5\t13857120463',
    )
  })
})

function withoutGuard(text: string): string {
  return text.replace(/^'(?=[=@+\-\t\r])/, '')
}
