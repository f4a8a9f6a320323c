import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Shell, ShellCall } from '#contract/shell.ts'

const call = (name: ShellCall, ...args: unknown[]) => ipcRenderer.invoke(`shell:${name}`, ...args)

const shell: Shell = Object.freeze({
  kind: 'electron',
  pickFile: (kind) => call('pickFile', kind),
  pickFiles: (kind) => call('pickFiles', kind),
  takeFile: (file) => take(file as File),
  openCopy: (file) => call('openCopy', file),
  saveFile: (file) => call('saveFile', file),
  openSaved: (token) => call('openSaved', token),
  revealSaved: (token) => call('revealSaved', token),
  print: (setup) => call('print', setup),
  printToPdf: (setup, name) => call('printToPdf', setup, name),
  notify: (notice) => call('notify', notice),
  setBadge: (count) => call('setBadge', count),
  setLanguage: (language) => call('setLanguage', language),
  onCommand: (listener) => {
    const hear = (_event: unknown, command: unknown) => {
      if (typeof command === 'string') listener(command)
    }
    ipcRenderer.on('shell:command', hear)
    return () => void ipcRenderer.off('shell:command', hear)
  },
} satisfies Shell)

/** What was pasted lies nowhere on the disk; its bytes are handed over instead. */
async function take(file: File) {
  const path = webUtils.getPathForFile(file)
  return path === '' ? call('takeBytes', file.name, await file.arrayBuffer()) : call('takeFile', path)
}

contextBridge.exposeInMainWorld('shell', shell)

window.addEventListener('message', ({ data, source, ports }) => {
  if (source === window && data === 'core:connect') ipcRenderer.postMessage('core:connect', null, [...ports])
})
