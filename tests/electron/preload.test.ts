import { afterEach, expect, it, vi } from 'vitest'

const invoke = vi.fn(async (..._args: unknown[]) => null)
const postMessage = vi.fn()
const listeners = new Map<string, (event: unknown, ...args: unknown[]) => void>()
const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {}
let hear: (event: unknown) => void = () => undefined

vi.stubGlobal('window', { addEventListener: (_name: string, listener: typeof hear) => void (hear = listener) })
vi.doMock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: (typeof exposed)[string]) => void (exposed[name] = api) },
  ipcRenderer: {
    invoke,
    postMessage,
    on: (channel: string, listener: () => void) => void listeners.set(channel, listener),
    off: (channel: string) => void listeners.delete(channel),
  },
  webUtils: { getPathForFile: ({ name }: { name: string }) => (name === 'image.png' ? '' : `/home/w/${name}`) },
}))
await import('../../electron/preload.ts')

afterEach(() => void vi.clearAllMocks())

it('gives the page one frozen list of calls, and nothing of Electron', () => {
  expect(Object.keys(exposed)).toEqual(['shell'])
  expect(Object.isFrozen(exposed['shell'])).toBe(true)
  expect(Object.keys(exposed['shell'] ?? {})).toEqual([
    'kind',
    'pickFile',
    'pickFiles',
    'takeFile',
    'openCopy',
    'saveFile',
    'openSaved',
    'revealSaved',
    'print',
    'printToPdf',
    'notify',
    'setBadge',
    'setLanguage',
    'onCommand',
  ])
})

it('sends no more than it says', async () => {
  await exposed['shell']?.['notify']?.({ title: 'a', body: 'b' }, 'more')
  expect(invoke).toHaveBeenCalledExactlyOnceWith('shell:notify', { title: 'a', body: 'b' })
})

it('looks up where a dropped file lies, out of the page’s sight', async () => {
  const answer = await exposed['shell']?.['takeFile']?.({ name: '客户.xlsx' })
  expect(invoke).toHaveBeenCalledExactlyOnceWith('shell:takeFile', '/home/w/客户.xlsx')
  expect(answer).toBeNull()
})

it('hands over the bytes of what was pasted, which lies nowhere', async () => {
  await exposed['shell']?.['takeFile']?.(new File(['png'], 'image.png'))
  const [[channel, name, bytes] = []] = invoke.mock.calls
  expect([channel, name]).toEqual(['shell:takeBytes', 'image.png'])
  expect(bytes).toBeInstanceOf(ArrayBuffer)
})

it('passes a command on without the event it came with', () => {
  const listener = vi.fn()
  const stop = exposed['shell']?.['onCommand']?.(listener)
  listeners.get('shell:command')?.({ sender: 'secret' }, 'newCustomer')
  listeners.get('shell:command')?.({ sender: 'secret' }, { not: 'a command' })
  expect(listener.mock.calls).toEqual([['newCustomer']])
  if (typeof stop === 'function') stop()
  expect(listeners.has('shell:command')).toBe(false)
})

it('hands on the port of the page itself, and of no other', () => {
  const port = {}
  hear({ data: 'core:connect', source: {}, ports: [port] })
  hear({ data: 'something else', source: window, ports: [port] })
  expect(postMessage).not.toHaveBeenCalled()
  hear({ data: 'core:connect', source: window, ports: [port] })
  expect(postMessage).toHaveBeenCalledExactlyOnceWith('core:connect', null, [port])
})
