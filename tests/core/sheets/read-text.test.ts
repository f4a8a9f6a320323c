import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Row } from '#core/sheets/cell.ts'
import { decodeText, detectEncoding, type Encoding } from '#core/sheets/decode-text.ts'
import { detectDelimiter } from '#core/sheets/detect-delimiter.ts'
import { createEncoder } from '#core/sheets/encode-text.ts'
import { parseCsv } from '#core/sheets/parse-csv.ts'
import { hasSharedData, sharedData, sharedFiles } from '../../support/shared-data.ts'

const cells = (text: string, delimiter = ',') => [...parseCsv(text, delimiter)].map((row: Row) => row.cells)

describe('telling the encoding', () => {
  const customers = '客户名称,电话,级别\r\n王芳,13800138000,A\r\n青禾里餐饮管理有限公司,0571-88013926,B\r\n'
  const gbk = createEncoder('gb18030')

  it.each<[string, Uint8Array, Encoding]>([
    ['GBK', gbk(customers), 'gb18030'],
    ['GBK with one name among digits', gbk('id,name,phone\n1,张,13800138000\n2,Tom,13900139000\n'), 'gb18030'],
    ['UTF-8', Buffer.from(customers), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${customers}`), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${customers}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from(customers, 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from(customers, 'utf16le').swap16(), 'utf-16be'],
    ['plain ASCII', Buffer.from('name,phone\nTom,123\n'), 'utf-8'],
    [
      'Latin-1',
      Buffer.from('Nom,Ville\nRéunion,Orléans\nGonçalves,São Paulo\nMüller,Köln\n', 'latin1'),
      'windows-1252',
    ],
    // 姓名,電話 / 王小明,0912345678 / 陳美麗,台北市
    [
      'Big5',
      Buffer.from('a96da6572cb971b8dc0aa4fda470a9fa2c303931323334353637380ab3afacfcc4522ca578a55fa5ab0a', 'hex'),
      'big5',
    ],
    // 客戶名稱,聯絡電話,地址 / 大同機械股份有限公司,02-27001234,台北市大安區
    [
      'Big5 of a company',
      Buffer.from(
        'abc8a4e1a657bad92cc170b5b8b971b8dc2ca661a77d0aa46aa650bef7b1f1aad1a5f7a6b3adada4bda5712c30322d32373030313233342ca578a55fa5aba46aa677b0cf0a',
        'hex',
      ),
      'big5',
    ],
  ])('%s', (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toEqual({ encoding, sure: true })
  })

  it('reads on when UTF-8 was cut in the middle of a character, but is no longer sure', () => {
    const torn = Buffer.from(customers.repeat(3)).subarray(0, -25)
    expect(decodeText(torn.subarray(0, torn.length - 1))).toMatchObject({ encoding: 'utf-8' })
    const cut = Buffer.concat([Buffer.from(customers), Buffer.from([0xe5, 0xae])])
    expect(decodeText(cut)).toMatchObject({ encoding: 'utf-8', sure: false })
  })

  it('obeys when told', () => {
    expect(decodeText(gbk('客户'), 'windows-1252')).toMatchObject({ encoding: 'windows-1252', text: '¿Í»§' })
  })

  it.runIf(hasSharedData).each([
    ['derived/zh_superstore_orders_first4000_gbk.csv', 'gb18030'],
    ['derived/outlook_zh_export_gbk.csv', 'gb18030'],
    ['csv/contacts/thunderbird__zh_header_only_gbk.csv', 'gb18030'],
    ['csv/zh/miniexcel__gb2312_Encoding_Read_Test.csv', 'gb18030'],
    ['csv/edge/datasets__iso8859.csv', 'windows-1252'],
    ['csv/edge/dataloader__csvtext_BOM_UTF16LE.csv', 'utf-16le'],
  ])('%s is %s', (file, encoding) => {
    expect(detectEncoding(readFileSync(sharedData(file)))).toEqual({ encoding, sure: true })
  })

  it('writes GB18030 that reads back, whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const wellFormed = text.toWellFormed()
        expect(new TextDecoder('gb18030', { ignoreBOM: true }).decode(gbk(wellFormed))).toBe(wellFormed)
      }),
    )
  })
})

describe('telling the delimiter', () => {
  it.each([
    [',', 'name,phone\nTom,1\n'],
    [';', 'name;phone\nTom, Jr;1\nAnn;2\n'],
    ['\t', 'name\tphone\nTom\t1\n'],
    ['|', 'name|phone\nTom|1\n'],
    [':', 'number:string:boolean\n1:one:true\n'],
    [',', 'one column\nwith words\n'],
    [',', '标题\n\n姓名,电话,备注\n王芳,138,"喜欢;茶"\n李强,139,"晚上;打"\n'],
    [';', 'sep=;\na;b,c\n'],
  ])('%j', (delimiter, text) => {
    expect(detectDelimiter(text)).toBe(delimiter)
  })
})

describe('reading delimited text', () => {
  it('keeps rows as long as they are, with the line they begin on', () => {
    expect([...parseCsv('a,b\r\n1,"x\r\ny",3\r\n\r\n2\r\n', ',')]).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['1', 'x\r\ny', '3'] },
      { number: 5, cells: ['2'] },
    ])
  })

  it('lets a quote that never closes spoil one row only', () => {
    expect([...parseCsv('a,b\n1,"open\n2,fine\n', ',')]).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['1', '"open'], problem: 'unclosedQuote' },
      { number: 3, cells: ['2', 'fine'] },
    ])
    expect(cells('a,b\n1,"open\n2,"closed"\n3,x\n')).toEqual([
      ['a', 'b'],
      ['1', '"open'],
      ['2', 'closed'],
      ['3', 'x'],
    ])
  })

  it('takes quotes inside words as they are', () => {
    expect(cells('关注"对象",12" pipe,"a"b\n')).toEqual([['关注"对象"', '12" pipe', 'ab']])
  })

  it('obeys a line that names the separator', () => {
    expect(cells('sep=;\na;b\n', ';')).toEqual([['a', 'b']])
  })

  it('agrees with a well-known parser on everything that is well formed', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '客', ',', '"', '\n', '\r', ' ', "'", '=') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join(end)
        expect(cells(text)).toEqual(parse(text, { relax_column_count: true, record_delimiter: end }))
      }),
    )
  })

  it
    .runIf(hasSharedData)
    .each(sharedFiles('csv/edge').filter((name) => /csv-(?:spectrum|test-data)__(?!bad|all-empty).*\.csv$/.test(name)))(
    '%s is read as its authors say',
    (name) => {
      const expected: unknown = JSON.parse(readFileSync(sharedData(name.replace(/csv$/, 'json')), 'utf8'))
      const [header = [], ...rows] = cells(decodeText(readFileSync(sharedData(name))).text)
      const asObjects = rows.map((row) => Object.fromEntries(header.map((key, index) => [String(key), row[index]])))
      expect([asObjects, [header, ...rows], rows]).toContainEqual(expected)
    },
  )

  it.runIf(hasSharedData)('keeps the 24 rows of Northwind with a comma too many as they are', () => {
    const rows = cells(readFileSync(sharedData('csv/crm/northwind__customers.csv'), 'utf8'))
    expect(rows).toHaveLength(92)
    expect(rows.filter((row) => row.length === 12)).toHaveLength(24)
    expect(rows.filter((row) => row.length === 11)).toHaveLength(68)
  })
})
