import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MessagePort, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { AttachmentId } from '#contract/common.ts'
import type { contract } from '#contract/contract.ts'
import { FileHandle } from '#contract/files.ts'
import { fakeElectron, fakeSession } from '../support/fake-electron.ts'
import { png } from '../support/pictures.ts'
import { root } from '../support/sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'shuke-main-'))
const { module, handlers } = fakeElectron()
const { session, given } = fakeSession()
const ready = Promise.withResolvers<void>()
const loaded = Promise.withResolvers<string>()
const calls: string[] = []
const menus: unknown[] = []

class FakeContents extends EventEmitter {
  mainFrame = { url: 'app://shuke/' }
  sent: unknown[][] = []
  send = (...message: unknown[]) => void this.sent.push(message)
}

class FakeWindow extends EventEmitter {
  webContents = new FakeContents()
  loadURL = async (url: string) => loaded.resolve(url)
  show = () => calls.push('show')
  focus = () => calls.push('focus')
  isMinimized = () => false
  isMaximized = () => false
  maximize = () => undefined
  getNormalBounds = () => ({ x: 10, y: 20, width: 1400, height: 900 })
  constructor() {
    super()
    windows.push(this)
  }
}
const windows: FakeWindow[] = []

/** A thread in the place of Electron's process, running the very module the program runs. */
function fork(_modulePath: string, args: string[]) {
  const modulePath = join(root, 'hosts/utility-process.ts')
  const worker = new Worker(join(root, 'tests/support/utility-worker.mjs'), { workerData: { modulePath, args } })
  return Object.assign(new EventEmitter(), {
    postMessage: (data: unknown, ports: MessagePort[]) => worker.postMessage({ data, ports }, ports),
    kill: () => void worker.terminate(),
    forward(this: EventEmitter) {
      worker.on('message', (message) => this.emit('message', message))
      worker.on('exit', (code) => this.emit('exit', code))
      return this
    },
  }).forward()
}

const app = Object.assign(module.app, {
  isPackaged: false,
  commandLine: { hasSwitch: () => false, appendSwitch: (name: string) => calls.push(name) },
  requestSingleInstanceLock: () => true,
  enableSandbox: () => calls.push('enableSandbox'),
  setAppUserModelId: () => undefined,
  whenReady: () => ready.promise,
  getPath: () => folder,
  getLocale: () => 'zh-CN',
  quit: () => calls.push('quit'),
  exit: () => calls.push('exit'),
})

beforeAll(async () => {
  process.argv.push(`--data=${join(folder, 'data')}`)
  vi.doMock('electron', () => ({
    ...module,
    app,
    BrowserWindow: FakeWindow,
    Menu: {
      setApplicationMenu: (menu: unknown) => menus.push(menu),
      buildFromTemplate: (template: unknown) => template,
    },
    MessageChannelMain: MessageChannel,
    nativeImage: { createFromPath: () => ({ resize: () => ({}) }) },
    protocol: { registerSchemesAsPrivileged: () => calls.push('scheme') },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: { defaultSession: Object.assign(session, { protocol: { handle: () => calls.push('protocol') } }) },
    Tray: class extends EventEmitter {
      setToolTip() {}
      setContextMenu() {}
    },
    utilityProcess: { fork },
  }))
  await import('../../electron/main.ts')
  ready.resolve()
  await loaded.promise
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('locks itself down before the page loads', async () => {
  expect(await loaded.promise).toBe('app://shuke/')
  expect(calls).toEqual(expect.arrayContaining(['enableSandbox', 'scheme', 'protocol', 'host-resolver-rules']))
  expect(calls.indexOf('enableSandbox')).toBeLessThan(calls.indexOf('protocol'))
  expect(Object.keys(given)).toContain('permissionRequest')
})

it('puts the page through to the core, past itself', async () => {
  const { port1, port2 } = new MessageChannel()
  const [window] = windows
  module.ipcMain.emit('core:connect', { senderFrame: { url: 'app://shuke/' }, ports: [port2] })
  module.ipcMain.emit('core:connect', { senderFrame: window?.webContents.mainFrame, ports: [port2] })
  port1.start()

  const page: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port1 }))
  expect(await page.settings.start()).toMatchObject({ isSetUp: false })
  await page.settings.setUp({
    language: 'zh-CN',
    businessName: '店',
    staffName: '王',
    trade: 'general',
    withSampleData: false,
  })
  expect((await page.settings.about()).dataFile).toContain(join(folder, 'data'))

  const picture = png(40, 30)
  const { id: customerId } = await page.customers.create({
    kind: 'person',
    name: '王芳',
    phones: [],
    values: {},
    contact: null,
  })
  const event = { senderFrame: window?.webContents.mainFrame }
  const pasted = await handlers.get('shell:takeBytes')?.(event, '截图.png', Uint8Array.from(picture).buffer)
  const files = [FileHandle.parse(pasted).token]
  const { ids } = await page.attachments.add({ customerId, contactId: null, visitId: null, files })
  const shown = await page.attachments.picture({ id: AttachmentId.parse(ids[0]) })
  expect(shown).toMatchObject({ name: '截图.png', type: 'image/png' })
  expect(Buffer.from(await shown.arrayBuffer()).equals(picture)).toBe(true)
  port1.close()
})

it('shows its menu in the language the page speaks', async () => {
  const frame = windows[0]?.webContents.mainFrame
  await handlers.get('shell:setLanguage')?.({ senderFrame: frame }, 'en')
  expect(JSON.stringify(menus.at(-1))).toContain('Select all')
  await handlers.get('shell:setLanguage')?.({ senderFrame: frame }, 'zh-CN')
  expect(JSON.stringify(menus.at(-1))).toContain('全选')
})

it('comes forward instead of starting twice', () => {
  app.emit('second-instance')
  expect(calls.at(-1)).toBe('focus')
})

it('remembers its place, closes the data and only then ends', async () => {
  windows[0]?.emit('close')
  expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toMatchObject({
    bounds: { width: 1400 },
    language: 'zh-CN',
  })

  const event = { isPrevented: false, preventDefault: () => void (event.isPrevented = true) }
  app.emit('will-quit', event)
  expect(event.isPrevented).toBe(true)
  await expect.poll(() => calls.at(-1), { timeout: 5000 }).toBe('quit')
  expect(existsSync(join(folder, 'data/shuke.sqlite-wal'))).toBe(false)
})
