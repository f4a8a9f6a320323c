import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { bundleIfStale } from './bundle.ts'
import { prepareMachine } from './machine.ts'
import { root } from './vite.ts'

interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const UnitReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int() })
const EndToEndReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})
const Package = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) })

const reports = join(root, '.reports')
const [only, ...rest] = process.argv.slice(2)

prepareMachine()
await bundleIfStale()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports)

const counts =
  only === '--e2e'
    ? [endToEnd(rest)]
    : [check('tsc', '--build'), check('oxlint'), check('oxfmt', '--check'), unit(), endToEnd([])]
const total = (of: keyof Count) => counts.reduce((sum, count) => sum + count[of], 0)

process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped\n`)
process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0

function check(command: string, ...args: string[]): Count {
  const isClean = run(command, args)
  return { passed: isClean ? 1 : 0, failed: isClean ? 0 : 1, skipped: 0 }
}

function unit(): Count {
  const report = join(reports, 'unit.json')
  const isClean = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`])
  const counted = UnitReport.safeParse(readReport(report)).data
  return countOf(
    { passed: counted?.numPassedTests, failed: counted?.numFailedTests, skipped: counted?.numPendingTests },
    isClean,
  )
}

function endToEnd(args: readonly string[]): Count {
  const report = join(reports, 'e2e.json')
  const isClean = run('playwright', ['test', '--reporter=line,json', ...args], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  const counted = EndToEndReport.safeParse(readReport(report)).data?.stats
  const passed = counted && counted.expected + counted.flaky
  return countOf({ passed, failed: counted?.unexpected, skipped: counted?.skipped }, isClean)
}

/** A runner that failed without naming a test, or left no report, still counts as one failure. */
function countOf(
  { passed = 0, failed = 0, skipped = 0 }: { [Key in keyof Count]: number | undefined },
  isClean: boolean,
): Count {
  return { passed, failed: Math.max(failed, isClean ? 0 : 1), skipped }
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  process.stdout.write(`\n> ${[command, ...args].join(' ')}\n`)
  const { status } = spawnSync(process.execPath, [programOf(command), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status === 0
}

/** The script behind a command, so that it runs under this Node on every system. */
function programOf(command: string): string {
  const owner = command === 'tsc' ? 'typescript' : command === 'playwright' ? '@playwright/test' : command
  const folder = join(root, 'node_modules', owner)
  const { bin } = Package.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  return join(folder, typeof bin === 'string' ? bin : (bin[command] ?? ''))
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
