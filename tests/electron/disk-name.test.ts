import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diskName } from '../../electron/disk-name.ts'

it.each([
  ['合同 2025（终稿）.pdf', '合同 2025（终稿）.pdf'],
  ['价格: 一/二?.xlsx', '价格_ 一_二_.xlsx'],
  ['con.pdf', '_con.pdf'],
  ['LPT1', '_LPT1'],
  ['结尾.. ', '结尾'],
  ['..', '_'],
])('calls %j on the disk %j', (name, onDisk) => {
  expect(diskName(name)).toBe(onDisk)
})

it('fits every file system, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 255 }), (name) => {
      const onDisk = diskName(name)
      expect(Buffer.byteLength(onDisk)).toBeLessThanOrEqual(255)
      expect(onDisk).toMatch(/^[^<>:"/\\|?*\p{Cc}]+$/u)
      expect(onDisk).not.toMatch(/[. ]$/)
    }),
  )
})
