import { ORPCError } from '@orpc/client'
import { attachmentLimit } from '#contract/attachments.ts'
import { FileHandle } from '#contract/files.ts'
import type { FileKind, PageSetup, Shell } from '#contract/shell.ts'
import { hostFetch } from './session.ts'

const accepted: Record<FileKind, string> = {
  any: '',
  spreadsheet: '.csv,.txt,.tsv,.xlsx,.xlsm,.xls',
  xlsx: '.xlsx',
  csv: '.csv',
  pdf: '.pdf',
}

/** What a browser can do in place of a window of our own. */
export const browserShell: Shell = {
  kind: 'browser',

  async pickFile(kind) {
    const [file] = await askForFiles({ accept: accepted[kind] })
    return file ? upload(file) : null
  },

  async pickFiles(kind) {
    const handles: FileHandle[] = []
    for (const file of await askForFiles({ accept: accepted[kind], multiple: true })) handles.push(await upload(file))
    return handles
  },

  async takeFile(file) {
    if (!(file instanceof File)) throw new TypeError('Only a file of this page can be taken in')
    return upload(file)
  },

  async openCopy(file) {
    await browserShell.saveFile(file)
  },

  async saveFile({ token, name }) {
    const response = await hostFetch('/download', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    const { path }: { path: string } = await response.json()
    const link = document.createElement('a')
    link.href = path
    link.download = name
    link.click()
    return { name, canOpen: false, token }
  },

  openSaved: async () => {},
  revealSaved: async () => {},

  async print(setup) {
    printPage(setup)
  },

  async printToPdf(setup) {
    printPage(setup)
    return null
  },

  async notify({ title, body }) {
    if (!('Notification' in window)) return
    if ((await Notification.requestPermission()) !== 'granted') return
    const notice = new Notification(title, { body })
    notice.addEventListener('click', () => window.focus())
  },

  async setBadge(count) {
    badge = count
    showTitle()
  },

  setLanguage: async () => {},
  onCommand: () => () => {},
}

let badge = 0
let title = ''

/** The title of the window; in a browser the count of what is due stands before it. */
export function setTitle(text: string): void {
  title = text
  showTitle()
}

function showTitle(): void {
  document.title = badge > 0 ? `(${badge}) ${title}` : title
}

function askForFiles(how: { readonly accept: string; readonly multiple?: boolean }): Promise<File[]> {
  const { promise, resolve } = Promise.withResolvers<File[]>()
  const input = Object.assign(document.createElement('input'), { type: 'file', ...how })
  input.addEventListener('change', () => resolve([...(input.files ?? [])]))
  input.addEventListener('cancel', () => resolve([]))
  input.click()
  return promise
}

async function upload(file: File): Promise<FileHandle> {
  if (file.size > attachmentLimit) refuse(file, 'tooLarge')
  // A folder, or a file that is gone by now: the request would fail as if the host were.
  await file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => refuse(file, 'unreadable'))
  const response = await hostFetch('/upload', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  })
  if (!response.ok) throw new Error(`The file was not taken: ${response.status}`)
  return FileHandle.parse(await response.json())
}

/** As the core would have refused it. */
function refuse({ name }: File, reason: 'tooLarge' | 'unreadable'): never {
  throw new ORPCError('ATTACHMENT_REFUSED', { defined: true, data: { name, reason } })
}

/** The paper cannot be named in a style sheet of the file, since it is chosen; a constructed sheet needs no nonce. */
function printPage({ paper, landscape }: PageSetup): void {
  const sheet = new CSSStyleSheet()
  sheet.insertRule(`@page { size: ${paper}${landscape ? ' landscape' : ''}; margin: 0 }`)
  document.adoptedStyleSheets.push(sheet)
  window.print()
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
}
