import { randomBytes } from 'node:crypto'
import { copyFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { app, type BrowserWindow, dialog, Notification, shell } from 'electron'
import type { Language } from '#contract/common.ts'
import { FileToken } from '#contract/files.ts'
import type { FileKind, SavedFile } from '#contract/shell.ts'
import type { CoreProcess } from './core-process.ts'
import type { ShellHandlers } from './ipc.ts'
import { pdfOptions, printOptions } from './paper.ts'
import type { Words } from './words.ts'

interface ShellNeeds {
  readonly window: BrowserWindow
  readonly core: CoreProcess
  readonly words: () => Words
  readonly setLanguage: (language: Language) => void
}

const extensions: Readonly<Record<FileKind, readonly string[]>> = {
  spreadsheet: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt'],
  xlsx: ['xlsx'],
  csv: ['csv'],
  pdf: ['pdf'],
}

/** What the page may ask of the window: native dialogs, paper and notices. Paths stay on this side. */
export function shellHandlers({ window, core, words, setLanguage }: ShellNeeds): ShellHandlers {
  const saved = new Map<FileToken, string>()

  async function saveAs(name: string, write: (path: string) => Promise<void>): Promise<SavedFile | null> {
    const kind = extname(name).slice(1)
    const filters = kind in extensions ? [filterFor(kind as FileKind)] : []
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name, filters })
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

  return {
    async pickFile(kind) {
      const options = { properties: ['openFile' as const], filters: [filterFor(kind)] }
      const [path] = (await dialog.showOpenDialog(window, options)).filePaths
      return path === undefined ? null : core.client.addFile({ path })
    },

    takeFile: (path) => core.client.addFile({ path }),

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
