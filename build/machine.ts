import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumPath } from './chromium.ts'

interface Need {
  readonly debian: string
  readonly elsewhere: string
  readonly isMet: () => boolean
}

const needs: readonly Need[] = [
  {
    debian: 'chromium',
    elsewhere: 'Chromium (npx playwright install chromium)',
    isMet: () => chromiumPath() !== undefined,
  },
  {
    debian: 'fonts-noto-cjk',
    elsewhere: 'a Chinese font',
    isMet: () => process.platform !== 'linux' || outputOf('fc-list', [':lang=zh']) !== '',
  },
  {
    debian: 'poppler-utils',
    elsewhere: 'pdftotext (Poppler)',
    isMet: () => outputOf('pdftotext', ['-v']) !== undefined,
  },
]

/** Installs what the tests need beside npm's packages where it may, and says what is missing where it may not. */
export function prepareMachine(): void {
  const unmet = () => needs.filter((need) => !need.isMet())
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (mayInstall && unmet().length > 0) aptInstall(unmet().map(({ debian }) => debian))

  const missing = unmet().map(({ debian, elsewhere }) => (existsSync('/etc/debian_version') ? debian : elsewhere))
  if (missing.length > 0) process.stderr.write(`To run every test, install: ${missing.join(', ')}\n`)
}

function aptInstall(packages: readonly string[]): void {
  process.stderr.write(`Installing ${packages.join(', ')} …\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  }
}

/** What a command prints, or nothing at all where it cannot be run. */
function outputOf(command: string, args: readonly string[]): string | undefined {
  const { error, stdout } = spawnSync(command, args, { encoding: 'utf8' })
  return error ? undefined : stdout
}
