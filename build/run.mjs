// npm starts this with whatever Node the machine has (20 or newer), perhaps before anything is installed.
// It installs what the lockfile asks for, then runs the named script with the project's own Node.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', 'node', 'bin')
const node = join(bin, process.platform === 'win32' ? 'node.exe' : 'node')
const [script, ...args] = process.argv.slice(2)

if (!isInstalled()) install()

const child = spawn(node, [join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: [bin, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) },
})
// Ctrl-C already reaches the child by itself; this process only has to outlive it.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : code))

function isInstalled() {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const missing = Object.entries(wanted).filter(
    ([path, { version, optional, peer }]) => path && !optional && !peer && installed[path]?.version !== version,
  )
  return missing.length === 0 && existsSync(node)
}

function packagesIn(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : {}
}

function install() {
  process.stderr.write('Installing what Shuke needs (once, a minute or two) …\n')
  const npm = process.env.npm_execpath
  const command = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...command], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })

  if (status !== 0 || !existsSync(node)) {
    process.stderr.write('The packages could not be installed. Is this machine online? Then try again.\n')
    process.exit(1)
  }
}
