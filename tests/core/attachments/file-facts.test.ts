import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isDrawable } from '#core/attachments/drawable.ts'
import { fileFacts } from '#core/attachments/file-facts.ts'
import { bmp, gif, jpegHead, png } from '../../support/pictures.ts'

const text = (content: string) => Buffer.from(content)
const facts = (name: string, head: Buffer) => fileFacts(name, head)

it.each([
  ['门头.png', png(3, 2), 'image/png', 3, 2],
  ['门头.jpg', jpegHead(4032, 3024), 'image/jpeg', 4032, 3024],
  ['门头.jpg', jpegHead(4032, 3024, 1_500_000), 'image/jpeg', 4032, 3024],
  ['动图.gif', gif([20, 10], [20, 10]), 'image/gif', 20, 10],
  ['扫描.bmp', bmp(640, -480), 'image/bmp', 640, 480],
  ['其实是图.pdf', png(), 'image/png', 1, 1],
])('sees a picture in %s', (name, head, mediaType, width, height) => {
  expect(facts(name, head)).toEqual({ mediaType, width, height })
})

it.each([
  ['合同.pdf', text('%PDF-1.7'), 'application/pdf'],
  ['没有后缀', text('%PDF-1.7'), 'application/pdf'],
  ['报价.xlsx', text('PK\u0003\u0004'), /spreadsheetml/],
  ['报价.zip', text('PK\u0003\u0004'), 'application/zip'],
  ['说明.txt', text('PK\u0003\u0004'), 'application/zip'],
  ['说明.txt', text('三家门店'), 'text/plain'],
  ['不是图.png', text('<script>alert(1)</script>'), 'application/octet-stream'],
  ['不是图.jpg', text('MZ\u0090'), /executable/],
  ['报价单.pdf', text('MZ\u0090'), /executable/],
  ['图标.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
  ['页面.html', text('<html>'), 'text/html'],
  ['没见过.xyz', text('?'), 'application/octet-stream'],
  ['', Buffer.alloc(0), 'application/octet-stream'],
])('takes %s for what it is', (name, head, mediaType) => {
  const found = facts(name, head)
  expect(found.mediaType).toMatch(mediaType)
  expect(found.width).toBeNull()
  expect(isDrawable({ ...found, size: 100 })).toBe(false)
})

it.each([
  ['a photo', jpegHead(8000, 6000), true],
  ['a photo of too many pixels', jpegHead(8000, 6300), false],
  ['a long strip', png(20_000, 1, { realWidth: 1, realHeight: 1 }), true],
  ['a longer strip', png(20_001, 1, { realWidth: 1, realHeight: 1 }), false],
  ['a bomb of a kilobyte', png(50_000, 50_000, { realWidth: 1, realHeight: 1 }), false],
  ['a height that is told only at the end', jpegHead(100, 0), false],
  ['a small canvas with a huge first frame', gif([10, 10], [65_535, 65_535]), false],
  ['a canvas without a frame', gif([10, 10], [10, 10]).subarray(0, 20), false],
  ['a bitmap of less than nothing', bmp(-5, 10), false],
])('draws %s: %s', (_, head, drawn) => {
  expect(isDrawable({ ...facts('x', head), size: head.length })).toBe(drawn)
})

it('draws nothing that is a hundred megabytes to fetch', () => {
  expect(isDrawable({ mediaType: 'image/png', width: 10, height: 10, size: 100 * 1024 * 1024 })).toBe(false)
})

it('bears any bytes', () => {
  const signature = fc.constantFrom(
    'GIF89a',
    'BM',
    '\u0089PNG\r\n\u001A\n',
    '\u00FF\u00D8\u00FF',
    'RIFF',
    '%PDF-',
    'PK\u0003\u0004',
    '',
  )
  fc.assert(
    fc.property(signature, fc.uint8Array({ maxLength: 400 }), fc.string(), (start, rest, name) => {
      const head = Buffer.concat([Buffer.from(start, 'latin1'), rest])
      expect(facts(name, head).mediaType).toMatch(/^[a-z]+\/[\w.+-]+$/)
    }),
  )
})
