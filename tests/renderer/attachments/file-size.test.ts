import { expect, it } from 'vitest'
import { formatFileSize } from '../../../renderer/attachments/file-size.ts'

it.each([
  [1, '1 KB'],
  [1024, '1 KB'],
  [45_000, '44 KB'],
  [999 * 1024, '999 KB'],
  [1000 * 1024, '1.0 MB'],
  [0, '1 KB'],
  [2_480_000, '2.4 MB'],
  [10 * 1024 * 1024, '10 MB'],
  [200 * 1024 * 1024, '200 MB'],
  [1.2 * 1024 ** 3, '1.2 GB'],
  [1023.7 * 1024 ** 2, '1.0 GB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(formatFileSize(bytes)).toBe(text)
})
