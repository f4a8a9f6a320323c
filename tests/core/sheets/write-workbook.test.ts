import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { OutputSheet } from '#core/sheets/sheet-output.ts'
import { writeCsv } from '#core/sheets/write-csv.ts'
import { columnName, writeWorkbook } from '#core/sheets/write-workbook.ts'
import { cellsOf, temporaryFolder } from '../../support/sheets.ts'

const columns = [
  { header: '名称', width: 20 },
  { header: '电话', width: 16 },
]

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(chunks))
}

describe('writing a workbook', () => {
  it('is read by another library, types and all', async () => {
    const rows: OutputSheet['rows'] = [
      ['=1+2', '013800138000'],
      [
        { kind: 'day', value: '2026-01-19' },
        { kind: 'minute', value: '2026-01-19T18:30' },
      ],
      [
        { kind: 'money', value: 186_400.29 },
        { kind: 'boolean', value: true },
      ],
      [null, { kind: 'number', value: -0.5 }],
    ]
    const bytes = await bytesOf(
      writeWorkbook([
        { name: '客户/名单', columns, rows },
        { name: '空', columns: [], rows: [] },
      ]),
    )
    const workbook = await readXlsx(bytes, { readStyles: true })
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['客户 名单', '空'])
    expect(workbook.sheets[0]?.rows).toEqual([
      ['名称', '电话'],
      ['=1+2', '013800138000'],
      [new Date('2026-01-19T00:00:00Z'), new Date('2026-01-19T18:30:00Z')],
      [186_400.29, true],
      [null, -0.5],
    ])
    expect(workbook.sheets[0]).toMatchObject({ autoFilter: { range: 'A1:B5' }, freezePane: { rows: 1 } })
  })

  it('gives back any text through our own reader', async () => {
    await using folder = await temporaryFolder()
    const text = fc.string({
      unit: fc.constantFrom(
        '客',
        '<',
        '&',
        '"',
        "'",
        '=',
        ' ',
        '\n',
        '\t',
        '_x000D_',
        '\u000B',
        '\u0085',
        '😀',
        '_',
        'x',
      ),
    })
    const texts = fc.sample(text, 300).map((value) => [value, '|'])
    const path = await folder.stream('texts.xlsx', writeWorkbook([{ name: '文', columns, rows: texts }]))
    expect((await cellsOf(path)).slice(1)).toEqual(texts)
  })

  it('waits for a slow reader, and stops the rows when the reader leaves', async () => {
    let made = 0
    let isClosed = false
    function* endless() {
      try {
        for (;;) yield [`客户${made++}${Math.random()}`, '1']
      } finally {
        isClosed = true
      }
    }
    for await (const chunk of writeWorkbook([{ name: '无尽', columns, rows: endless() }])) {
      if (chunk.length > 1000) break
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    const before = made
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(made).toBe(before)
    expect(made).toBeLessThan(200_000)
    expect(isClosed).toBe(true)
  })

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  })
})

describe('writing CSV', () => {
  it('quotes, guards and marks', async () => {
    const rows = [
      ['=1+2', 'a,"b"\nc'],
      [{ kind: 'boolean' as const, value: false }, ' x '],
    ]
    const options = { encoding: 'utf-8' as const, booleans: { yes: '是', no: '否' } }
    const text = (await bytesOf(writeCsv({ columns, rows }, options))).toString()
    expect(text).toBe(`\uFEFF名称,电话\r\n'=1+2,"a,""b""\nc"\r\n否," x "\r\n`)
  })
})
