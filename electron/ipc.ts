import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { type ShellCall, shellCalls } from '#contract/shell.ts'
import type { z } from 'zod'
import { isOwnPage } from './page-origin.ts'

export type ShellHandlers = {
  readonly [Call in ShellCall]: (...args: z.output<(typeof shellCalls)[Call]>) => Promise<unknown>
}

const payloadLimit = 1024 * 1024
const callsPerSecond = 100

/**
 * Serves the shell to one window: the only door from the page into the main process.
 * A call from any other page or frame, too big, too fast or not of the contract's shape is refused.
 */
export function serveShell(window: BrowserWindow, handlers: ShellHandlers): void {
  const isTooFast = createRateLimit(callsPerSecond)

  for (const [name, schema] of Object.entries(shellCalls)) {
    const handler: (...args: never) => Promise<unknown> = handlers[name as ShellCall]
    ipcMain.handle(`shell:${name}`, (event: IpcMainInvokeEvent, ...args: unknown[]) => {
      if (!isFromPage(event, window)) throw new Error('Untrusted sender')
      if (isTooFast() || JSON.stringify(args).length > payloadLimit) throw new Error('Too much')
      const { success, data } = schema.safeParse(args)
      if (!success) throw new Error('Invalid payload')
      return handler(...(data as never))
    })
  }
}

/** The frame may be gone (null) by the time its message is read. */
export function isFromPage({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>, window: BrowserWindow): boolean {
  return senderFrame !== null && senderFrame === window.webContents.mainFrame && isOwnPage(senderFrame.url)
}

function createRateLimit(limit: number): () => boolean {
  let second = 0
  let calls = 0
  return () => {
    const now = Math.floor(Date.now() / 1000)
    if (now !== second) [second, calls] = [now, 0]
    calls++
    return calls > limit
  }
}
