import { EventEmitter } from 'node:events'

type Handler = (event: unknown, ...args: unknown[]) => unknown

/** The parts of Electron's main process that the shell wires itself to, with what was said to them kept. */
export function fakeElectron() {
  const handlers = new Map<string, Handler>()
  const opened: string[] = []
  const dialogAnswers: { canceled: boolean; filePath: string; filePaths: string[] } = {
    canceled: false,
    filePath: '',
    filePaths: [],
  }

  return {
    handlers,
    opened,
    dialogAnswers,
    module: {
      app: Object.assign(new EventEmitter(), { setBadgeCount: () => true }),
      dialog: {
        showSaveDialog: async () => dialogAnswers,
        showOpenDialog: async () => dialogAnswers,
      },
      ipcMain: Object.assign(new EventEmitter(), {
        handle: (name: string, handler: Handler) => handlers.set(name, handler),
      }),
      protocol: { registerSchemesAsPrivileged: () => undefined },
      shell: {
        openExternal: async (url: string) => void opened.push(url),
        openPath: async (path: string) => void opened.push(path),
        showItemInFolder: (path: string) => void opened.push(path),
      },
      Notification: EventEmitter,
    },
  }
}

/** A session that keeps the handlers it was given. */
export function fakeSession() {
  const given: Record<string, (...args: never[]) => unknown> = {}
  const keep = (name: string) => (handler: (...args: never[]) => unknown) => void (given[name] = handler)
  const session = {
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('displayMedia'),
    setBluetoothPairingHandler: keep('bluetooth'),
    setSpellCheckerEnabled: (enabled: boolean) => void (given['spellChecker'] = () => enabled),
    webRequest: { onBeforeRequest: keep('beforeRequest') },
  }
  return { given, session }
}
