import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { bundleIfStale } from './bundle.ts'
import { electronBinary } from './electron-binary.ts'
import { root } from './vite.ts'

const startUpTime = 5000

const args = process.argv.slice(2)
await bundleIfStale()
process.exitCode = (await startElectron()) ?? (await exitCodeOf(browserHost()))

/** The exit code of the window, or nothing where there was none and the browser has to do. */
async function startElectron(): Promise<number | undefined> {
  if (args.includes('--web')) return undefined
  const electron = electronBinary()
  if ('missing' in electron) return useBrowser(electron.missing)

  // Editors set this in their terminals, and Electron would start as plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const startedAt = Date.now()
  const code = await exitCodeOf(spawn(electron.path, [root, ...args], { stdio: 'inherit', env })).catch(() => 1)
  return code !== 0 && Date.now() - startedAt < startUpTime ? useBrowser('it does not start on this machine') : code
}

function useBrowser(reason: string): undefined {
  const hint = 'in China, ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/ helps'
  process.stderr.write(`Electron is not here: ${reason}; opening Shuke in the browser instead (${hint}).\n`)
}

function browserHost(): ChildProcess {
  const host = join(root, 'dist/node/web.js')
  return spawn(process.execPath, [host, ...args.filter((arg) => arg !== '--web')], { stdio: 'inherit' })
}

async function exitCodeOf(child: ChildProcess): Promise<number> {
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}
