import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import { FileToken } from '#contract/files.ts'
import type { CoreProcess } from '../../electron/core-process.ts'
import { wordsIn } from '../../electron/words.ts'
import { fakeElectron } from '../support/fake-electron.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const electron = fakeElectron()
vi.doMock('electron', () => electron.module)
const { shellHandlers } = await import('../../electron/shell-handlers.ts')

const token = FileToken.parse('t'.repeat(32))
let folder = ''
let printToPDF = vi.fn(async (_options: unknown) => Buffer.from('%PDF-'))

beforeEach(() => {
  folder = temporaryFolder()
  writeFileSync(join(folder, 'export'), '数据')
  printToPDF = vi.fn(async () => Buffer.from('%PDF-'))
  electron.opened.splice(0)
  Object.assign(electron.dialogAnswers, { canceled: false, filePath: join(folder, '客户.xlsx'), filePaths: [] })
})

function handlers(
  print: (options: unknown, done: (success: boolean, reason: string) => void) => void = () => undefined,
) {
  const client = {
    locateFile: async () => ({ path: join(folder, 'export'), name: '客户.xlsx' }),
    addFile: async ({ path }: { path: string }) => ({ token, name: path.slice(folder.length + 1), size: 1 }),
  }
  const window = { webContents: { print, printToPDF } }
  return shellHandlers({
    window: window as unknown as BrowserWindow,
    core: { client } as unknown as CoreProcess,
    words: () => wordsIn('zh-CN'),
    setLanguage: () => undefined,
  })
}

it('saves a file where the user says, whole or not at all', async () => {
  const saved = await handlers().saveFile({ token, name: '客户.xlsx', size: 6 })
  expect(saved).toMatchObject({ name: '客户.xlsx', canOpen: true })
  expect(readFileSync(join(folder, '客户.xlsx'), 'utf8')).toBe('数据')
  expect(readdirSync(folder).toSorted()).toEqual(['export', '客户.xlsx'])
})

it('leaves nothing half written behind', async () => {
  printToPDF.mockRejectedValue(new Error('no printer'))
  electron.dialogAnswers.filePath = join(folder, '卡片.pdf')
  await expect(handlers().printToPdf({ paper: 'A4', landscape: false }, '卡片')).rejects.toThrow('no printer')
  expect(readdirSync(folder)).toEqual(['export'])
})

it('says so when the user backs out', async () => {
  electron.dialogAnswers.canceled = true
  expect(await handlers().saveFile({ token, name: '客户.xlsx', size: 6 })).toBeNull()
  expect(await handlers().pickFile('spreadsheet')).toBeNull()
})

it('opens and shows only what it has saved itself', async () => {
  const shell = handlers()
  await shell.openSaved(token)
  await shell.revealSaved(token)
  expect(electron.opened).toEqual([])

  const saved = (await shell.saveFile({ token, name: '客户.xlsx', size: 6 })) as { token: FileToken }
  await shell.openSaved(saved.token)
  await shell.revealSaved(saved.token)
  expect(electron.opened).toEqual([join(folder, '客户.xlsx'), join(folder, '客户.xlsx')])
})

it('prints on B5 as it is sold in China, without margins of its own', async () => {
  electron.dialogAnswers.filePath = join(folder, '卡片.pdf')
  await handlers().printToPdf({ paper: 'B5', landscape: true }, '卡片.pdf')
  const [[options]] = printToPDF.mock.calls as unknown as [[{ pageSize: { width: number; height: number } }]]
  expect(options).toMatchObject({ landscape: true, margins: { top: 0, left: 0 } })
  expect(options.pageSize.width * 25.4).toBeCloseTo(176)
  expect(options.pageSize.height * 25.4).toBeCloseTo(250)
  expect(readFileSync(join(folder, '卡片.pdf'), 'utf8')).toBe('%PDF-')
})

it('takes backing out of the print dialog for no fault', async () => {
  const setup = { paper: 'A4', landscape: false } as const
  await handlers((_options, done) => done(false, 'Print job canceled')).print(setup)
  await expect(handlers((_options, done) => done(false, 'Printer on fire')).print(setup)).rejects.toThrow('fire')
})
