import type { BrowserWindowConstructorOptions } from 'electron'
import type { WindowState } from './window-state.ts'

interface WindowNeeds {
  readonly state: WindowState
  readonly preload: string
  readonly icon: string
  readonly isRelease: boolean
}

export function windowOptions({ state, preload, icon, isRelease }: WindowNeeds): BrowserWindowConstructorOptions {
  return {
    ...state.bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    icon,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !isRelease,
    },
  }
}
