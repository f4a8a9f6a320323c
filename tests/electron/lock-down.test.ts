import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Session, WebContents } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeElectron, fakeSession } from '../support/fake-electron.ts'

const electron = fakeElectron()
vi.doMock('electron', () => electron.module)
const { lockDownContents, lockDownSession } = await import('../../electron/lock-down.ts')

beforeEach(() => void electron.opened.splice(0))

function lockedSession() {
  const { given, session } = fakeSession()
  lockDownSession(session as unknown as Session)
  return given as Record<string, (...args: unknown[]) => unknown>
}

function lockedContents() {
  let openWindow: (details: { url: string }) => unknown = () => undefined
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof openWindow) => void (openWindow = handler),
  })
  lockDownContents(contents as unknown as WebContents)
  return {
    openWindow: (url: string) => openWindow({ url }),
    isPrevented(name: string, url: string) {
      const event = { url, isPrevented: false, preventDefault: () => void (event.isPrevented = true) }
      contents.emit(name, event)
      return event.isPrevented
    },
  }
}

/** Every permission the typings of this Electron name. */
function permissions(): string[] {
  const typings = join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts')
  const lines = readFileSync(typings, 'utf8').matchAll(
    /setPermission(?:Request|Check)Handler\(handler: .*?permission: (.*?), /g,
  )
  return [
    ...new Set([...lines].flatMap(([, union = '']) => [...union.matchAll(/'([^']+)'/g)].map(([, name = '']) => name))),
  ]
}

it('grants nothing a page can ask for, but a copy to the clipboard', () => {
  const { permissionRequest, permissionCheck } = lockedSession()
  const asked = permissions()
  expect(asked.length).toBeGreaterThan(30)

  const granted = asked.filter((permission) => {
    const decide = vi.fn()
    permissionRequest?.({}, permission, decide)
    const [[answer]] = decide.mock.calls as [[boolean]]
    expect(permissionCheck?.({}, permission)).toBe(answer)
    return answer
  })
  expect(granted).toEqual(['clipboard-sanitized-write'])
})

it('hands out no device and no picture of the screen, and fetches no dictionary', () => {
  const given = lockedSession()
  const decide = vi.fn()
  expect(given['device']?.({})).toBe(false)
  given['displayMedia']?.({}, decide)
  expect(decide).toHaveBeenLastCalledWith({})
  given['bluetooth']?.({}, decide)
  expect(decide).toHaveBeenLastCalledWith({ confirmed: false })
  expect(given['spellChecker']?.()).toBe(false)
})

it.each([
  ['app://shuke/', false],
  ['app://shuke/assets/a.js', false],
  ['data:image/png;base64,AA', false],
  ['blob:app://shuke/1', false],
  ['https://example.com/', true],
  ['http://127.0.0.1:9222/', true],
  ['file:///etc/passwd', true],
  ['ws://example.com/', true],
])('request to %s stopped: %s', (url, isStopped) => {
  const decide = vi.fn()
  lockedSession()['beforeRequest']?.({ url }, decide)
  expect(decide).toHaveBeenCalledWith({ cancel: isStopped })
})

it.each([
  'https://example.com/',
  'http://shuke/',
  'app://shuke.evil/',
  'app://evil/',
  'app://x@shuke/',
  'app://x:y@shuke/',
  'app://shuke:80/',
  'file:///C:/Windows/System32/calc.exe',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'about:blank',
  'view-source:app://shuke/',
  'blob:https://example.com/1',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'APP://SHUKE.EVIL/',
  'not an address',
  '',
])('the page does not go to %s', (url) => {
  const { isPrevented } = lockedContents()
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'])
    expect(isPrevented(event, url)).toBe(true)
  expect(electron.opened).toEqual([])
})

it('the page may move within itself', () => {
  expect(lockedContents().isPrevented('will-navigate', 'app://shuke/#/customers/12')).toBe(false)
})

it.each(['login', 'will-attach-webview', 'select-client-certificate'])('%s is refused', (event) => {
  expect(lockedContents().isPrevented(event, '')).toBe(true)
})

it('opens no window, whatever asks for one', () => {
  const { openWindow } = lockedContents()
  for (const url of ['app://shuke/', 'https://example.com/', 'about:blank'])
    expect(openWindow(url)).toEqual({ action: 'deny' })
  expect(electron.opened).toEqual([])
})

it.each(['tel:+8613800138000', 'tel:010-8888-6666', 'mailto:wang.fang@example.cn'])('hands %s to the system', (url) => {
  lockedContents().openWindow(url)
  expect(electron.opened).toEqual([url])
})

it.each([
  'file:///etc/passwd',
  'file://server/share/x.exe',
  'smb://server/share',
  String.raw`\\server\share\x.exe`,
  String.raw`C:\Windows\System32\calc.exe`,
  'ms-msdt:/id PCWDiagnostic',
  'ms-settings:privacy',
  'search-ms:query=x',
  'vscode://file/x',
  'ssh://host',
  'telnet://host',
  'ftp://host/x',
  'ldap://host/x',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://example.com',
  'https://example.com',
  'shell:startup',
  'jar:file:///x!/y',
  'tel:',
  'tel:123;phone-context=x',
  'tel:123\nfile:///x',
  'tel:１２３４',
  'tel:+86 138 0013 8000',
  'tel:*#06#',
  'mailto:',
  'mailto:a@b',
  'mailto:a@b.cn?attach=/etc/passwd',
  'mailto:a@b.cn?body=x',
  'mailto:a@b.cn%0Acc:x@y.cn',
  'mailto:a@b.cn\u202Egpj.exe',
  ' mailto:a@b.cn',
  'MAILTO:a@b.cn,c@d.cn',
])('does not hand %s to the system', (url) => {
  const { openWindow, isPrevented } = lockedContents()
  openWindow(url)
  isPrevented('will-navigate', url)
  expect(electron.opened).toEqual([])
})
