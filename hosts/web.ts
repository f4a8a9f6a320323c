import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type HostArguments, readArguments } from './arguments.ts'
import { assertDriverIsOurs } from './driver-check.ts'
import { openHostCore, openProblemIn } from './host-core.ts'
import { openBrowser } from './open-browser.ts'
import { readPageFiles } from './page-files.ts'
import { startWebServer } from './web-server.ts'
import { fill, words } from './words.ts'

// From source this file lies in hosts/, built in dist/node/.
const pageFolder = join(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../dist/renderer' : '../renderer')

try {
  assertDriverIsOurs()
  await run(readArguments(process.argv.slice(2)))
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}

async function run(options: HostArguments): Promise<void> {
  await using core = await openHostCore(options)
  await using server = await startWebServer({ core, page: readPageFiles(pageFolder), port: options.port })

  openWindow()
  const terminal = createInterface({ input: process.stdin }).on('line', openWindow)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => server.stop())

  const reason = await server.stopped
  terminal.close()
  if (reason === 'attack') print(words.terminal.stoppedByAttack)
  if (reason === 'idle') print(words.terminal.stoppedByIdling)

  function openWindow(): void {
    const address = server.launchAddress()
    print(fill(words.terminal.ready, { address }))
    print(words.terminal.once)
    if (options.opensBrowser) openBrowser(address)
  }
}

function explain(error: unknown): string {
  const { problem, path } = openProblemIn(error)
  if (problem === 'unknown') return error instanceof Error ? error.message : words.cannotOpen.unknown
  return `${words.cannotOpen[problem]}\n${fill(words.cannotOpen.where, { path })}`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
