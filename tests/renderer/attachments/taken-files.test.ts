import { expect, it } from 'vitest'
import { carriesFiles, namedFile, takenFiles } from '../../../renderer/attachments/taken-files.ts'

const file = (name: string) => new File(['x'], name)
const item = (name: string, isDirectory = false) => ({
  kind: 'file',
  getAsFile: () => file(name),
  webkitGetAsEntry: () => ({ isDirectory }),
})
const text = { kind: 'string', getAsFile: () => null, webkitGetAsEntry: () => null }
const transfer = (...items: unknown[]) => ({ items, types: ['Files'] }) as unknown as DataTransfer

it('takes the files, in their order, and nothing else', () => {
  const { files, hasFolders } = takenFiles(transfer(text, item('a.pdf'), item('b.png')))
  expect(files.map(({ name }) => name)).toEqual(['a.pdf', 'b.png'])
  expect(hasFolders).toBe(false)
})

it('leaves folders out and says so', () => {
  const { files, hasFolders } = takenFiles(transfer(item('资料', true), item('a.pdf')))
  expect(files.map(({ name }) => name)).toEqual(['a.pdf'])
  expect(hasFolders).toBe(true)
})

it('knows files from text that is dragged or pasted', () => {
  expect(carriesFiles(transfer())).toBe(true)
  expect(carriesFiles({ types: ['text/plain'] } as unknown as DataTransfer)).toBe(false)
})

it('names a screenshot, and leaves every other name alone', () => {
  expect(namedFile(file('image.png'), '截图 1.png').name).toBe('截图 1.png')
  expect(namedFile(file('门头.png'), '截图 1.png').name).toBe('门头.png')
})
