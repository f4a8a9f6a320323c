import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { type BrowserWindow, ipcMain, MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron'
import { CoreStart, type host } from '#contract/host.ts'
import { isFromPage } from './ipc.ts'

export interface CoreProcess {
  readonly start: CoreStart
  readonly client: ContractRouterClient<typeof host>
  /** Hands the page's port on, so that the data never pass through this process. */
  serve(window: BrowserWindow): void
  /** Settles when the process has ended, with its exit code. */
  readonly ended: Promise<number>
  kill(): void
}

/** Starts the core beside the window, as a process of its own. */
export async function startCore(modulePath: string, args: string[]): Promise<CoreProcess> {
  const core = utilityProcess.fork(modulePath, args, { serviceName: 'shuke-core' })
  const ended = new Promise<number>((settle) => core.once('exit', settle))
  const start = await Promise.race([firstWordOf(core), ended.then(() => silence)])

  const { port1, port2 } = new MessageChannelMain()
  if (start.kind === 'ready') core.postMessage('shell', [port1])
  port2.start()

  return {
    start,
    client: createORPCClient(new RPCLink({ port: port2 })),
    ended,
    kill: () => void core.kill(),
    serve(window) {
      ipcMain.on('core:connect', (event) => {
        const [port] = event.ports
        if (port && isFromPage(event, window)) core.postMessage('page', [port])
      })
    },
  }
}

const silence: CoreStart = { kind: 'failed', problem: 'unknown', path: '' }

function firstWordOf(core: UtilityProcess): Promise<CoreStart> {
  return new Promise((settle) => core.once('message', (message) => settle(CoreStart.catch(silence).parse(message))))
}
