import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Written in by the build: SHA-256 of each native driver by file name. Absent when run from source. */
declare const driverHashes: Readonly<Record<string, string>> | undefined

/**
 * The native driver lies outside the sealed archive, where its integrity check does not reach.
 * Throws where the file is not the one this program was built with, before anything loads it.
 */
export function assertDriverIsOurs(
  expected = typeof driverHashes === 'undefined' ? undefined : driverHashes,
  folder = driverFolder(),
): void {
  if (!expected) return
  for (const name of readdirSync(folder)) {
    const found = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
    if (found !== expected[name]) throw new Error(`The database driver ${name} is not the one Shuke came with`)
  }
}

function driverFolder(): string {
  const manifest = createRequire(import.meta.url).resolve('better-sqlite3-multiple-ciphers/package.json')
  return join(dirname(manifest), 'prebuilds')
}
