import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { applicationId, migrations } from './migrate.ts'
import type { OpenProblem } from './open-errors.ts'

const headerBytes = 100

/**
 * What lies at a path, read from the first hundred bytes before SQLite touches it: `new`, `ours`, or why not.
 *
 * Only for a file that is not open yet: reading a live database through the file system drops SQLite's lock.
 */
export function sniff(path: string): 'new' | 'ours' | OpenProblem {
  const header = Buffer.alloc(headerBytes)
  let size: number
  try {
    size = statSync(path).size
  } catch {
    return 'new'
  }
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, headerBytes, 0)
  } finally {
    closeSync(file)
  }
  if (size === 0) return 'empty'
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'notOurs'
  if (size < headerBytes) return 'damaged'
  if (header.readUInt32BE(68) !== applicationId) return 'notOurs'
  const version = header.readInt32BE(60)
  if (version > migrations.length) return 'newer'
  return version < 1 ? 'damaged' : 'ours'
}
