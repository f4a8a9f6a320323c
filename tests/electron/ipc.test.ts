import type { BrowserWindow } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import { shellCalls } from '#contract/shell.ts'
import type { ShellHandlers } from '../../electron/ipc.ts'
import { fakeElectron } from '../support/fake-electron.ts'

const electron = fakeElectron()
vi.doMock('electron', () => electron.module)
const { serveShell } = await import('../../electron/ipc.ts')

const mainFrame = { url: 'app://shuke/#/today' }
const notify = vi.fn(async () => undefined)

beforeEach(() => {
  vi.useFakeTimers()
  notify.mockClear()
  const window = { webContents: { mainFrame } } as unknown as BrowserWindow
  const handlers = Object.fromEntries(Object.keys(shellCalls).map((name) => [name, notify])) as unknown as ShellHandlers
  serveShell(window, handlers)
})

const call = (name: string, senderFrame: unknown, ...args: unknown[]) =>
  electron.handlers.get(`shell:${name}`)?.({ senderFrame }, ...args)

it('lets the page in', async () => {
  await call('notify', mainFrame, { title: '今天', body: '3 位客户要联系' })
  expect(notify).toHaveBeenCalledWith({ title: '今天', body: '3 位客户要联系' })
})

it.each([
  ['a frame that is gone', null],
  ['a frame inside the page', { url: 'app://shuke/' }],
  ['a frame of another page', { url: 'https://example.com/' }],
])('refuses %s', (_, frame) => {
  expect(() => call('notify', frame, { title: '', body: '' })).toThrow('Untrusted sender')
  expect(notify).not.toHaveBeenCalled()
})

it('refuses the page once it is another page', () => {
  mainFrame.url = 'app://shuke.evil/'
  expect(() => call('notify', mainFrame, { title: '', body: '' })).toThrow('Untrusted sender')
  mainFrame.url = 'app://shuke/#/today'
})

it.each([
  ['notify', []],
  ['notify', [null]],
  ['notify', [{ title: 1, body: '' }]],
  ['notify', [{ title: '', body: '' }, 'more']],
  ['setBadge', [-1]],
  ['setBadge', [1.5]],
  ['setBadge', ['7']],
  ['setLanguage', ['xx']],
  ['print', [{ paper: 'A0', landscape: false }]],
  ['saveFile', [{ token: '../../etc/passwd', name: 'x', size: 1 }]],
  ['openSaved', ['/etc/passwd']],
  ['pickFile', ['executable']],
  ['pickFiles', ['any', 'any']],
  ['takeFile', ['']],
  ['takeBytes', ['图.png', 'not bytes']],
  ['takeBytes', ['', new ArrayBuffer(1)]],
  ['takeBytes', ['图.png', new ArrayBuffer(64 * 1024 * 1024 + 1)]],
  ['openCopy', ['/etc/passwd']],
])('refuses %s with %j', (name, args) => {
  expect(() => call(name, mainFrame, ...args)).toThrow('Invalid payload')
  expect(notify).not.toHaveBeenCalled()
})

it('passes on nothing but the fields it knows', async () => {
  const payload: unknown = JSON.parse(
    '{"title":"","body":"","__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}',
  )
  await call('notify', mainFrame, payload)
  const [[passed]] = notify.mock.calls as unknown as [[object]]
  expect(Object.keys(passed)).toEqual(['title', 'body'])
  expect('isAdmin' in passed).toBe(false)
  expect('isAdmin' in {}).toBe(false)
})

it('refuses ten megabytes', () => {
  expect(() => call('notify', mainFrame, { title: '', body: 'x'.repeat(10_000_000) })).toThrow('Too much')
})

it('refuses a flood, and serves again a second later', () => {
  const badge = () => call('setBadge', mainFrame, 1)
  for (let i = 0; i < 100; i++) badge()
  expect(badge).toThrow('Too much')
  vi.advanceTimersByTime(1000)
  expect(badge).not.toThrow()
})
