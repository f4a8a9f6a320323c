import { randomBytes } from 'node:crypto'
import { chmod, copyFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, Notification, shell } from 'electron'
import type { Language } from '#contract/common.ts'
import { type FileHandle, FileToken } from '#contract/files.ts'
import { isOpenable } from '#contract/openable.ts'
import type { FileKind, SavedFile } from '#contract/shell.ts'
import type { CoreProcess } from './core-process.ts'
import { diskName } from './disk-name.ts'
import type { ShellHandlers } from './ipc.ts'
import { foldersUntilExit } from './folders-until-exit.ts'
import { pdfOptions, printOptions } from './paper.ts'
import type { Words } from './words.ts'

interface ShellNeeds {
  readonly window: BrowserWindow
  readonly core: CoreProcess
  readonly words: () => Words
  readonly setLanguage: (language: Language) => void
}

const extensions: Readonly<Record<FileKind, readonly string[]>> = {
  any: ['*'],
  spreadsheet: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt'],
  xlsx: ['xlsx'],
  csv: ['csv'],
  pdf: ['pdf'],
}

/** What the page may ask of the window: native dialogs, paper and notices. Paths stay on this side. */
export function shellHandlers({ window, core, words, setLanguage }: ShellNeeds): ShellHandlers {
  const saved = new Map<FileToken, string>()
  const folderUntilExit = foldersUntilExit()

  async function saveAs(name: string, write: (path: string) => Promise<void>): Promise<SavedFile | null> {
    const kind = extname(name).slice(1)
    const filters = kind in extensions ? [filterFor(kind as FileKind)] : []
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: diskName(name), filters })
    if (canceled) return null

    const draft = `${filePath}.part`
    try {
      await write(draft)
      await rename(draft, filePath)
    } finally {
      await rm(draft, { force: true })
    }
    const token = FileToken.parse(randomBytes(24).toString('base64url'))
    saved.set(token, filePath)
    return { name: basename(filePath), canOpen: extname(filePath) === extname(name), token }
  }

  function filterFor(kind: FileKind) {
    return { name: words().fileKinds[kind], extensions: [...extensions[kind]] }
  }

  async function pick(kind: FileKind, properties: ('openFile' | 'multiSelections')[]): Promise<FileHandle[]> {
    const { filePaths } = await dialog.showOpenDialog(window, { properties, filters: [filterFor(kind)] })
    return Promise.all(filePaths.map((path) => core.client.addFile({ path })))
  }

  return {
    pickFile: async (kind) => (await pick(kind, ['openFile']))[0] ?? null,
    pickFiles: (kind) => pick(kind, ['openFile', 'multiSelections']),
    takeFile: (path) => core.client.addFile({ path }),

    async takeBytes(name, bytes) {
      const { token, path } = await core.client.newFile({ name })
      await writeFile(path, new Uint8Array(bytes), { mode: 0o600 })
      return { token, name, size: bytes.byteLength }
    },

    /** Read-only, so that nobody writes into a copy that is gone with the program. */
    async openCopy({ token }) {
      const { path, name } = await core.client.locateFile({ token })
      if (!isOpenable(name)) throw new Error('Such a file is not opened, only saved')
      const copy = join(folderUntilExit(), diskName(name))
      await copyFile(path, copy)
      await chmod(copy, 0o400)
      await shell.openPath(copy)
    },

    async saveFile({ token, name }) {
      const { path } = await core.client.locateFile({ token })
      return saveAs(name, (target) => copyFile(path, target))
    },

    async openSaved(token) {
      const path = saved.get(token)
      if (path !== undefined) await shell.openPath(path)
    },

    async revealSaved(token) {
      const path = saved.get(token)
      if (path !== undefined) shell.showItemInFolder(path)
    },

    print: (setup) =>
      new Promise((settle, refuse) => {
        window.webContents.print(printOptions(setup), (success, reason) => {
          // Backing out of the dialog is no fault.
          if (success || reason === 'Print job canceled') settle(undefined)
          else refuse(new Error(reason))
        })
      }),

    printToPdf: (setup, name) =>
      saveAs(`${basename(name, '.pdf')}.pdf`, async (path) => {
        await writeFile(path, await window.webContents.printToPDF(pdfOptions(setup)))
      }),

    async notify(notice) {
      const notification = new Notification(notice)
      notification.on('click', () => window.show())
      notification.show()
    },

    async setBadge(count) {
      app.setBadgeCount(count)
    },

    async setLanguage(language) {
      setLanguage(language)
    },
  }
}
