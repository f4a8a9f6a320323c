import { readXlsx } from 'hucre/xlsx'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Cell } from '#core/sheets/cell.ts'
import { loadSheet, type SheetChoice } from '#core/sheets/load-sheet.ts'
import { readSheet } from '#core/sheets/read-sheet.ts'
import { hasSharedData, sharedData, sharedFiles } from '../../support/shared-data.ts'
import { cellsOf, problemOf, rawWorkbook, refusalOf, rowsOf, temporaryFolder } from '../../support/sheets.ts'

describe('reading a workbook', () => {
  it('keeps the digits of numbers as far as the file has them', async () => {
    await using folder = await temporaryFolder()
    const values = [
      '13800138000',
      '1.38001380001E+10',
      '0.1',
      '0.30000000000000004',
      '17850.0',
      '12345678901234567890',
      '-0.5',
      '7',
    ]
    const sheet = `<sheetData><row r="1">${values.map((value) => `<c><v>${value}</v></c>`).join('')}<c s="1"><v>7</v></c><c s="2"><v>13800138000</v></c><c s="3"><v>0.125</v></c></row></sheetData>`
    const path = await folder.stream(
      'numbers.xlsx',
      rawWorkbook({
        sheet: [sheet],
        numberFormats:
          '<numFmts><numFmt numFmtId="170" formatCode="000"/><numFmt numFmtId="171" formatCode="000\\-0000\\-0000"/></numFmts>',
        cellStyles: '<xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="10"/>',
      }),
    )
    const [cells = []] = await cellsOf(path)
    expect(
      cells.map((cell) => (typeof cell === 'string' ? cell : [String('value' in cell && cell.value), cell.text])),
    ).toEqual([
      ['13800138000', '13800138000'],
      ['13800138000.1', '13800138000.1'],
      ['0.1', '0.1'],
      ['0.30000000000000004', '0.3'],
      ['17850.0', '17850'],
      ['12345678901234567890', '12345678901234567890'],
      ['-0.5', '-0.5'],
      ['7', '7'],
      ['7', '007'],
      ['13800138000', '138-0013-8000'],
      ['0.125', '12.5%'],
    ])
  })

  it.each([
    ['', '1', '1900-01-01'],
    ['', '59', '1900-02-28'],
    ['', '61', '1900-03-01'],
    ['', '46041', '2026-01-19'],
    ['', '46041.75', '2026-01-19T18:00:00'],
    ['', '0.5', '12:00:00'],
    ['<workbookPr date1904="1"/>', '0', '1904-01-01'],
    ['<workbookPr date1904="true"/>', '44579', '2026-01-19'],
  ])('reads day numbers by the calendar of the workbook %s %s', async (workbookPr, serial, expected) => {
    await using folder = await temporaryFolder()
    const sheet = `<sheetData><row><c s="1"><v>${serial}</v></c></row></sheetData>`
    const book = rawWorkbook({ workbookPr, sheet: [sheet], cellStyles: '<xf/><xf numFmtId="14"/>' })
    expect(await cellsOf(await folder.stream('dates.xlsx', book))).toEqual([
      [{ kind: 'date', value: expected, text: expected.replace('T', ' ') }],
    ])
  })

  it('reads every way a text can be stored', async () => {
    await using folder = await temporaryFolder()
    const sharedStrings =
      '<sst><si><t>共享</t></si><si><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si><si><t>a_x000D_&#10;b &amp;amp; &lt;</t></si></sst>'
    const sheet =
      '<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c>' +
      '<c r="F2" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c><c r="G2" t="str"><f>A1&amp;"x"</f><v>算出</v></c>' +
      '<c r="H2" t="b"><v>1</v></c><c r="I2" t="e"><v>#N/A</v></c><c r="J2"><f>SUM(A1)</f></c><c r="K2" t="d"><v>2024-03-05T00:00:00</v></c></row></sheetData>'
    const rows = await rowsOf(await folder.stream('texts.xlsx', rawWorkbook({ sharedStrings, sheet: [sheet] })))
    expect(rows).toEqual([
      {
        number: 2,
        cells: [
          '',
          '共享',
          '张三',
          'a\nb &amp; <',
          '',
          '内联',
          '算出',
          { kind: 'boolean', value: true, text: 'TRUE' },
          { kind: 'error', text: '#N/A' },
          { kind: 'error', text: '=SUM(A1)' },
          { kind: 'date', value: '2024-03-05', text: '2024-03-05' },
        ],
      },
    ])
  })

  it('says what is hidden and merged, and takes the first visible sheet with anything in it', async () => {
    await using folder = await temporaryFolder()
    const sheet =
      '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c><v>1</v></c></row><row r="5" hidden="1"><c><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    await using open = await readSheet(await folder.stream('hidden.xlsx', rawWorkbook({ sheet: [sheet] })))
    expect(open.summary).toMatchObject({
      rows: 2,
      hiddenRows: 1,
      hiddenColumns: [1, 2],
      merges: [{ top: 1, left: 0, bottom: 1, right: 2 }],
      head: [{ number: 1 }, { number: 5, hidden: true }],
    })
  })
})

describe.runIf(hasSharedData)('real workbooks', () => {
  const workbooks = sharedFiles('xlsx').filter((name) => /\.xls[xm]$/.test(name))
  // Where the two differ on purpose: hucre fills merged cells, leaves formulas without a result empty and reads bombs.
  const differing = /easyexcel__t02|excelize__Book1|poc-xmlbomb|xlsx-stream-d-date|npoi__49273/

  it.each(workbooks.filter((name) => !differing.test(name)))('%s reads as another library reads it', async (name) => {
    const other = await readXlsx(await readFile(sharedData(name))).catch(() => undefined)
    const read = (choice: SheetChoice) => loadSheet(sharedData(name), choice, () => undefined).catch(problemOf)
    const first = await read({})
    if (first === 'empty')
      return expect(other?.sheets.flatMap((sheet) => sheet.rows.flat()).every((value) => value === null)).toBe(true)
    if (typeof first === 'string') return expect([first, other]).toEqual([first, undefined])

    expect(first.summary.sheets.map((sheet) => sheet.name)).toEqual(other?.sheets.map((sheet) => sheet.name))
    for (const index of first.summary.sheets.keys()) {
      const loaded = await read({ sheet: index })
      const theirs = (other?.sheets[index]?.rows ?? []).map((row) => row.map(plain))
      const ours: string[][] = theirs.map((row) => row.map(() => ''))
      for (const row of typeof loaded === 'string' ? [] : loaded.store.each()) {
        for (const [column, cell] of row.cells.entries())
          if (cell !== '') (ours[row.number - 1] ??= [])[column] = exact(cell)
      }
      expect(ours).toEqual(theirs)
    }
  })

  it.each([
    ['xlsx/msoffcrypto-tool__example_password.xlsx', 'passwordProtected'],
    ['xlsx/excelize__encryptSHA1.xlsx', 'passwordProtected'],
    ['xlsx/datasets__sample-1-sheet.xls', 'oldExcel'],
    ['xlsx/hutool__aaa.xls', 'oldExcel'],
    ['xlsx/datasets__sample.ods', 'openDocument'],
    ['xlsx/npoi__poc-xmlbomb.xlsx', 'corrupted'],
    ['xlsx/exceljs__missing-bits.xlsx', 'notASpreadsheet'],
    ['derived/zh_android_export_sanitised.vcf', 'contactCards'],
  ])('%s is refused: %s', async (name, problem) => {
    expect(await refusalOf(sharedData(name))).toBe(problem)
  })

  it('reads both calendars of Excel', async () => {
    const day = async (name: string) => (await cellsOf(sharedData(name)))[0]?.[1]
    expect(await day('xlsx/test_files__1900.xlsx')).toMatchObject({ value: '1900-01-01' })
    expect(await day('xlsx/test_files__1904.xlsx')).toMatchObject({ value: '1904-01-02' })
  })
})

function exact(cell: Cell): string {
  if (typeof cell === 'string') return cell.trim() === '' ? '' : cell
  if (cell.kind === 'number') return String(Number(cell.value))
  return 'value' in cell ? String(cell.value) : cell.text
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T00:00:00', '')
  if (typeof value !== 'string') return JSON.stringify(value)
  return value.trim() === '' ? '' : value.replace(/\r+\n?/g, '\n')
}
