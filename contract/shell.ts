import { z } from 'zod'
import { FileHandle, FileToken } from './files.ts'

/** How a picked or saved file is described to a dialog. */
export const FileKind = z.enum(['any', 'spreadsheet', 'xlsx', 'csv', 'pdf'])
export type FileKind = z.infer<typeof FileKind>

/** The most that the page hands over as bytes, for want of a path: a picture pasted from the clipboard. */
export const pasteLimit = 64 * 1024 * 1024

export const PageSetup = z.object({
  paper: z.enum(['A4', 'A5', 'B5', 'Letter']),
  landscape: z.boolean(),
})
export type PageSetup = z.infer<typeof PageSetup>

/** A file that was saved for the user: it can be opened or shown in its folder where the window can do that. */
export const SavedFile = z.object({ name: z.string(), canOpen: z.boolean(), token: FileToken })
export type SavedFile = z.infer<typeof SavedFile>

/** A file dropped on the page: the page's own `File`, of which only this much is known here. */
export interface DroppedFile {
  readonly name: string
  readonly size: number
}

/** What the window around the page can do: native in Electron, browser stand-ins elsewhere. Null: the user backed out. */
export interface Shell {
  readonly kind: 'electron' | 'browser'
  pickFile(kind: FileKind): Promise<FileHandle | null>
  /** None where the user backed out. */
  pickFiles(kind: FileKind): Promise<FileHandle[]>
  takeFile(file: DroppedFile): Promise<FileHandle>
  /** Opens a copy in the program for files of its kind. In a browser it is downloaded. */
  openCopy(file: FileHandle): Promise<void>
  saveFile(file: FileHandle): Promise<SavedFile | null>
  openSaved(token: FileToken): Promise<void>
  revealSaved(token: FileToken): Promise<void>
  /** Prints the page as it stands, through the system's dialog. */
  print(setup: PageSetup): Promise<void>
  /** Saves the page as a PDF. In a browser this is the print dialog, whose target the user chooses. */
  printToPdf(setup: PageSetup, name: string): Promise<SavedFile | null>
  notify(notice: { title: string; body: string }): Promise<void>
  /** The count on the dock, task bar or tab title. */
  setBadge(count: number): Promise<void>
  /** Tells the window which language its menus speak. */
  setLanguage(language: 'zh-CN' | 'en'): Promise<void>
  /** Menu items chosen in the window's menu, as command ids. Returns what stops listening. */
  onCommand(listener: (command: string) => void): () => void
}

/** The payloads that cross from the page to the window, checked on arrival. */
export const shellCalls = {
  pickFile: z.tuple([FileKind]),
  pickFiles: z.tuple([FileKind]),
  /** The preload knows where a dropped file lies; the page does not. */
  takeFile: z.tuple([z.string().min(1).max(4096)]),
  /** What was pasted lies nowhere. */
  takeBytes: z.tuple([
    z.string().min(1).max(255),
    z.instanceof(ArrayBuffer).refine(({ byteLength }) => byteLength <= pasteLimit),
  ]),
  openCopy: z.tuple([FileHandle]),
  saveFile: z.tuple([FileHandle]),
  openSaved: z.tuple([FileToken]),
  revealSaved: z.tuple([FileToken]),
  print: z.tuple([PageSetup]),
  printToPdf: z.tuple([PageSetup, z.string().min(1).max(200)]),
  notify: z.tuple([z.object({ title: z.string().max(200), body: z.string().max(1000) })]),
  setBadge: z.tuple([z.int().min(0).max(99_999)]),
  setLanguage: z.tuple([z.enum(['zh-CN', 'en'])]),
} as const
export type ShellCall = keyof typeof shellCalls
