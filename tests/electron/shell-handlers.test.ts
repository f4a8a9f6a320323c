import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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
let located = '客户.xlsx'
let printToPDF = vi.fn(async (_options: unknown) => Buffer.from('%PDF-'))

beforeEach(() => {
  folder = temporaryFolder()
  located = '客户.xlsx'
  writeFileSync(join(folder, 'export'), '数据')
  printToPDF = vi.fn(async () => Buffer.from('%PDF-'))
  electron.opened.splice(0)
  Object.assign(electron.dialogAnswers, { canceled: false, filePath: join(folder, '客户.xlsx'), filePaths: [] })
})

function handlers(
  print: (options: unknown, done: (success: boolean, reason: string) => void) => void = () => undefined,
) {
  const client = {
    locateFile: async () => ({ path: join(folder, 'export'), name: located }),
    newFile: async () => ({ token, path: join(folder, 'pasted') }),
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
  expect(await handlers().pickFiles('any')).toEqual([])
})

it('takes as many files as are picked, and one where one is asked for', async () => {
  electron.dialogAnswers.filePaths = [join(folder, '门头.jpg'), join(folder, '合同.pdf')]
  expect(await handlers().pickFiles('any')).toMatchObject([{ name: '门头.jpg' }, { name: '合同.pdf' }])
  expect(await handlers().pickFile('any')).toMatchObject({ name: '门头.jpg' })
})

it('writes what was pasted down where the core can read it', async () => {
  const handle = await handlers().takeBytes('image.png', new Uint8Array([1, 2, 3]).buffer)
  expect(handle).toEqual({ token, name: 'image.png', size: 3 })
  expect([...readFileSync(join(folder, 'pasted'))]).toEqual([1, 2, 3])
})

it('opens a copy that cannot be written, under its own name and in a folder of its own', async () => {
  const shell = handlers()
  await shell.openCopy({ token, name: '客户.xlsx', size: 6 })
  await shell.openCopy({ token, name: '客户.xlsx', size: 6 })
  const [first = '', second = ''] = electron.opened
  expect([first, second].map((path) => basename(path))).toEqual(['客户.xlsx', '客户.xlsx'])
  expect(dirname(first)).not.toBe(dirname(second))
  expect(readFileSync(first, 'utf8')).toBe('数据')
  expect(statSync(first).mode & 0o222).toBe(0)
})

it.each(['setup.exe', '报价.xlsm', '打开我.bat', '链接.lnk', '页面.html', '没有后缀'])(
  'does not open %s',
  async (name) => {
    located = name
    await expect(handlers().openCopy({ token, name: '客户.xlsx', size: 6 })).rejects.toThrow('only saved')
    expect(electron.opened).toEqual([])
  },
)

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
