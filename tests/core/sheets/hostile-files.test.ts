import { createWriteStream } from 'node:fs'
import { open, truncate } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { loadSheet } from '#core/sheets/load-sheet.ts'
import { readSheet } from '#core/sheets/read-sheet.ts'
import { writeWorkbook } from '#core/sheets/write-workbook.ts'
import { writeZip } from '#core/sheets/write-zip.ts'
import { hasSharedData, sharedData, sharedFiles } from '../../support/shared-data.ts'
import { problemOf, rawWorkbook, refusalOf, rowsOf, temporaryFolder } from '../../support/sheets.ts'

const MB = 1024 * 1024
const row = '<row><c><v>1</v></c></row>'

function* repeated(text: string, times: number) {
  const block = text.repeat(1000)
  for (let made = 0; made < times; made += 1000) yield block
}

function honest(rows = 3) {
  const table = Array.from({ length: rows }, (_, index) => [`客户${index}`])
  return writeWorkbook([{ name: '客户', columns: [{ header: '姓名', width: 10 }], rows: table }])
}

describe('files made to break a reader', () => {
  it('refuses a bomb by its ratio before inflating it', async () => {
    await using folder = await temporaryFolder()
    const bomb = rawWorkbook({ sheet: ['<sheetData>', ...repeated(' '.repeat(100), 1_000_000), '</sheetData>'] })
    const path = await folder.stream('bomb.xlsx', bomb)
    const before = performance.now()
    expect(await refusalOf(path)).toBe('unpacksTooLarge')
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it('refuses a part that is larger than the table of contents says', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.stream(
      'lying.xlsx',
      rawWorkbook({ sheet: ['<sheetData>', ...repeated(row, 50_000), '</sheetData>'] }),
    )
    const bytes = await folder.bytes('lying.xlsx')
    const entry = bytes.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46
    bytes.writeUInt32LE(1000, entry + 24)
    await folder.file('lying.xlsx', bytes)
    expect(await refusalOf(path)).toBe('unpacksTooLarge')
  })

  it('refuses too many entries', async () => {
    await using folder = await temporaryFolder()
    const parts = Array.from({ length: 6000 }, (_, index) => ({ name: `p${index}`, content: [''] }))
    expect(await refusalOf(await folder.stream('many.xlsx', writeZip(parts)))).toBe('unpacksTooLarge')
  })

  it('is not impressed by a cell in the last corner of the sheet', async () => {
    await using folder = await temporaryFolder()
    const sheet =
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
    const rows = await rowsOf(await folder.stream('corner.xlsx', rawWorkbook({ sheet: [sheet] })))
    expect(rows.map(({ number, cells }) => [number, cells.length])).toEqual([
      [1, 1],
      [1_048_576, 16_384],
    ])
  })

  it('counts every position of rows that reach to the last column', async () => {
    await using folder = await temporaryFolder()
    function* wide() {
      yield '<sheetData>'
      for (let number = 1; number <= 4000; number++)
        yield `<row r="${number}"><c r="XFD${number}" t="str"><v>${number}${'x'.repeat(number % 97)}</v></c></row>`
      yield '</sheetData>'
    }
    expect(await refusalOf(await folder.stream('wide.xlsx', rawWorkbook({ sheet: wide() })))).toBe('tooManyCells')
  }, 30_000)

  it.each([
    ['a column after the last', '<sheetData><row><c r="XFE1"><v>1</v></c></row></sheetData>'],
    ['rows that go backwards', '<sheetData><row r="5"/><row r="4"/></sheetData>'],
    ['a row after the last', '<sheetData><row r="99999999"/></sheetData>'],
    ['a shared text that is not there', '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>'],
    ['a tag that never ends', `<sheetData><row ${'x'.repeat(9 * MB)}`],
    ['elements without end', '<sheetData>'.repeat(1000)],
    ['elements that end too often', '</sheetData></sheetData></worksheet></worksheet>'],
  ])('refuses %s', async (_, sheet) => {
    await using folder = await temporaryFolder()
    expect(await refusalOf(await folder.stream('odd.xlsx', rawWorkbook({ sheet: [sheet] })))).toBe('corrupted')
  })

  it('refuses entities of the file’s own, large or small', async () => {
    await using folder = await temporaryFolder()
    const before = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    const sheet = ['<sheetData><row><c t="str"><v>&b;</v></c></row></sheetData>']
    expect(await refusalOf(await folder.stream('entities.xlsx', rawWorkbook({ before, sheet })))).toBe('corrupted')
  })

  it.each([0.3, 0.7, 0.99])('refuses a workbook cut off at %d of its length', async (share) => {
    await using folder = await temporaryFolder()
    const path = await folder.stream('cut.xlsx', honest(500))
    await truncate(path, Math.floor((await folder.bytes('cut.xlsx')).length * share))
    expect(await refusalOf(path)).toBe('truncated')
  })

  it('refuses or reads a workbook with any one byte changed, and never breaks', async () => {
    await using folder = await temporaryFolder()
    await folder.stream('whole.xlsx', honest(50))
    const whole = await folder.bytes('whole.xlsx')
    const outcomes: string[] = []
    for (let trial = 0; trial < 12; trial++) {
      const bytes = Buffer.from(whole)
      const at = Math.floor((whole.length * (trial + 0.5)) / 12)
      bytes[at] = (bytes[at] ?? 0) ^ 0x55
      const path = await folder.file(`changed${trial}.xlsx`, bytes)
      outcomes.push(await loadSheet(path, {}, () => undefined).then(() => 'read', problemOf))
    }
    expect(outcomes).toHaveLength(12)
    expect(outcomes).toContain('corrupted')
  })

  it.each<[string, string, string | Uint8Array, string | undefined]>([
    ['a picture', 'list.xlsx', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'notASpreadsheet'],
    ['a PDF', 'list.csv', '%PDF-1.7 …', 'notASpreadsheet'],
    ['a web page', 'export.xls', '<html><body><table><tr><td>姓名</td></tr></table>', 'disguisedWorkbook'],
    [
      'XML of Excel 2003',
      'export.xls',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>',
      'disguisedWorkbook',
    ],
    [
      'bytes of no kind',
      'list.csv',
      Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251)),
      'notASpreadsheet',
    ],
    ['nothing', 'list.csv', '', 'empty'],
    ['blank lines', 'list.csv', '\n\n  \n,,,\n', 'empty'],
    ['a workbook called .csv', 'list.csv', 'zip', undefined],
    ['text called .xlsx', 'list.xlsx', '姓名,电话\n王芳,138\n', undefined],
  ])('judges %s by its bytes, not its name', async (_, name, content, expected) => {
    await using folder = await temporaryFolder()
    const path = content === 'zip' ? await folder.stream(name, honest()) : await folder.file(name, content)
    expect(await refusalOf(path)).toBe(expected)
  })

  it('refuses a file of 2 GB without reading it', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.file('huge.csv', 'a,b\n1,2\n')
    await truncate(path, 2 * 1024 * MB)
    await using handle = await open(path, 'r+')
    await handle.write('姓名,电话\n'.repeat(6000), 0)
    expect(await refusalOf(path)).toBe('tooLarge')
  })

  it.each([
    ['a line of 1 MB', `a,b\n${'x'.repeat(MB)},1\n`, undefined],
    ['a line of 20 MB', `a,b\n${'x'.repeat(20 * MB)}`, 'lineTooLong'],
    ['a quote that opens 30 MB', `a,b\n"${`${'x'.repeat(100)}\n`.repeat(300_000)}`, undefined],
    ['quotes and nothing else', '"'.repeat(3 * MB), undefined],
    ['a million unclosed quotes', `${'"a,'.repeat(MB)}\n`, 'tooManyCells'],
    ['quotes that nearly close', `${'",""'.repeat(MB)}x`, 'tooManyCells'],
  ])('survives %s', async (_, text, expected) => {
    await using folder = await temporaryFolder()
    const before = performance.now()
    expect(await refusalOf(await folder.file('quotes.csv', text))).toBe(expected)
    expect(performance.now() - before).toBeLessThan(10_000)
  })

  it('is stopped by a limit of memory without harm to the program', async () => {
    await using folder = await temporaryFolder()
    const path = folder.path('heavy.csv')
    const out = createWriteStream(path)
    for (let line = 0; line < 500_000; line++) out.write(`客户${line},${'字'.repeat(40)}\n`)
    out.end()
    await finished(out)
    expect(await refusalOf(path, { heapMB: 8 })).toBe('outOfMemory')
  })

  it('is stopped by a limit of time, and by the person', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.stream(
      'slow.xlsx',
      rawWorkbook({ sheet: ['<sheetData>', ...repeated(row, 100_000), '</sheetData>'] }),
    )
    expect(await refusalOf(path, { milliseconds: 30 })).toBe('tookTooLong')
    const stopped = AbortSignal.timeout(60)
    await expect(readSheet(path, { signal: stopped })).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})

describe.runIf(hasSharedData)('every spreadsheet at hand', () => {
  const folders = ['csv', 'xlsx', 'derived', 'generators', 'vcard']
  it('is read or refused with a reason, in good time', async () => {
    const failed: string[] = []
    for (const name of folders.flatMap(sharedFiles)) {
      const before = performance.now()
      const outcome = await loadSheet(sharedData(name), {}, () => undefined).catch(problemOf)
      if (performance.now() - before > 10_000) failed.push(name)
      else if (typeof outcome !== 'string' && outcome.summary.rows === 0) failed.push(name)
    }
    expect(failed).toEqual([])
  }, 180_000)
})
