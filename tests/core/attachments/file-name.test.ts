import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanFileName, renamed } from '#core/attachments/file-name.ts'

it.each([
  ['合同 2025（终稿）.pdf', '合同 2025（终稿）.pdf'],
  ['../../etc/passwd', 'passwd'],
  [String.raw`C:\Users\林晓雨\报价.xlsx`, '报价.xlsx'],
  ['照片\u202Egpj.exe', '照片gpj.exe'],
  ['a\u0000b\u0007c\u200B.txt', 'abc.txt'],
  ['一\r\n二\t三.txt', '一 二 三.txt'],
  ['👨‍👩‍👧 全家福.jpg', '👨‍👩‍👧 全家福.jpg'],
  ['.gitignore', '.gitignore'],
  ['..', 'file'],
  ['资料/', 'file'],
  ['  ', 'file'],
])('makes of the name %j the name %j', (name, clean) => {
  expect(cleanFileName(name)).toBe(clean)
})

it('shortens a name and keeps its ending', () => {
  const name = cleanFileName(`${'很长'.repeat(200)}.pdf`)
  expect(name).toHaveLength(255)
  expect(name.endsWith('很.pdf')).toBe(true)
})

it('gives a name that needs no more cleaning, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const name = cleanFileName(text)
      expect(name).not.toBe('')
      expect(name.length).toBeLessThanOrEqual(255)
      expect(name.isWellFormed()).toBe(true)
      expect(name).not.toMatch(/[/\\\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
      expect(cleanFileName(name)).toBe(name)
    }),
  )
})

it.each([
  ['合同.pdf', '新合同', '新合同.pdf'],
  ['合同.pdf', '新合同.PDF', '新合同.PDF'],
  ['合同.pdf', '合同v1.2', '合同v1.2.pdf'],
  ['合同.pdf', '2025/26 合同', '2025-26 合同.pdf'],
  ['说明', '说明书', '说明书'],
])('renames %j to %j as %j', (from, to, name) => {
  expect(renamed(from, to)).toBe(name)
})
