import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './vite.ts'

const electron = join(root, 'node_modules/electron')

/** Where Electron is, downloading it the first time; or why it cannot be had, in one line. */
export function electronBinary(): { readonly path: string } | { readonly missing: string } {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const found = () => {
    const pathFile = join(electron, 'path.txt')
    const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
    const path = join(override ?? join(electron, 'dist'), name)
    return existsSync(path) ? path : undefined
  }

  const present = found()
  if (present) return { path: present }
  if (override) return { missing: `there is no Electron in ${override}` }

  process.stderr.write('Getting Electron (once) …\n')
  const { stderr } = spawnSync(process.execPath, [join(electron, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  })
  const path = found()
  return path ? { path } : { missing: reasonIn(stderr) }
}

function reasonIn(stderr: string): string {
  const cause = stderr.match(/\b(E[A-Z]{4,}|HTTPError.*|checksum.*)\b/i)?.[1]
  return cause ? `it could not be downloaded (${cause})` : 'it could not be downloaded'
}
