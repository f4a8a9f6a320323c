import { dirname } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import type { CoreStart } from '#contract/host.ts'
import { router } from '#core/router.ts'
import { readArguments } from './arguments.ts'
import { assertDriverIsOurs } from './driver-check.ts'
import { faultLog } from './fault-log.ts'
import { openHostCore, openProblemIn } from './host-core.ts'
import { hostRouter } from './host-router.ts'

// Electron starts this file; its one parent talks to it through two ports, one for the page and one for the shell.
const { parentPort } = process
const tell = (start: CoreStart) => parentPort.postMessage(start)

try {
  assertDriverIsOurs()
  const core = await openHostCore(readArguments(process.argv.slice(2)))
  const close = () => Promise.resolve(core[Symbol.asyncDispose]())
  const pages = new RPCHandler(router, { clientInterceptors: [faultLog(dirname(core.context.dataFile))] })
  const shells = new RPCHandler(hostRouter)

  parentPort.on('message', ({ data, ports: [port] }) => {
    if (!port) return
    if (data === 'page') pages.upgrade(port, { context: core.context })
    if (data === 'shell') shells.upgrade(port, { context: { files: core.context.files, close } })
    port.start()
  })
  tell({ kind: 'ready' })
} catch (error) {
  tell({ kind: 'failed', ...openProblemIn(error) })
}
