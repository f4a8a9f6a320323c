import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './vite.ts'

interface LockedPackage {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

// npm forgets the native parts of other systems when it writes the lockfile from what is installed on this one,
// and then `npm ci` refuses the file everywhere else. Names say which system a part is for.
const file = join(root, 'package-lock.json')
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(file, 'utf8'))
const { '': project = {}, ...packages } = lock.packages

for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (!(`${path}/node_modules/${name}` in packages)) packages[`node_modules/${name}`] ??= nativePart(name, version)
  }
}

const sorted = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(
  file,
  `${JSON.stringify({ ...lock, packages: { '': project, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
)

function nativePart(name: string, version: string): LockedPackage & Readonly<Record<string, unknown>> {
  const [, os, cpu, abi = ''] = name.match(/-([a-z0-9]+)-([a-z0-9]+)(?:-(\w+))?$/) ?? []
  if (os === undefined || cpu === undefined) throw new Error(`Which system is ${name} for?`)
  const libc = os === 'linux' ? { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] } : {}
  return { version, cpu: [cpu], dev: true, ...libc, optional: true, os: [os] }
}
