import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Kysely } from 'kysely'
import { sqliteDialect } from './dialect.ts'
import { migrate, migrations, schemaVersion } from './migrate.ts'
import { OpenError, openProblemOf } from './open-errors.ts'
import { readRunState } from './run-state.ts'
import { sniff } from './sniff.ts'
import type { Database } from './tables.ts'
import { track } from './tracking.ts'
import { connect, type Sqlite } from './sqlite.ts'

export type Db = Kysely<Database>

export interface OpenedDatabase {
  readonly db: Db
  readonly sqlite: Sqlite
  readonly sqliteVersion: string
  /** Triggers note changes under this operation; null refuses every write to a tracked table. */
  readonly tracking: { operationId: number | null }
}

// Measured: above these SQLite answers CANTOPEN; room is left for its suffixes.
const longestName = 200
const longestPath = 480

/**
 * Opens the data file, makes a new one where none was before, and proves that it can be written.
 *
 * A file that was there before and is gone is never replaced by an empty one.
 */
export function openDatabase(path: string): OpenedDatabase {
  const state = path === ':memory:' ? null : readRunState(path)
  const isOnDisk = path !== ':memory:'
  const isNew = isOnDisk && checkPath(path, state !== null) === 'new'
  try {
    if (isNew) createFile(path)
    const sqlite = connect(path, { fileMustExist: isOnDisk, timeout: 2000 })
    try {
      configure(sqlite)
      if (state?.clean === false) checkQuickly(sqlite, path)
      keepCopyBeforeMigration(sqlite, path)
      migrate(sqlite)
      const tracking = track(sqlite)
      return {
        db: new Kysely<Database>({ dialect: sqliteDialect(sqlite) }),
        sqlite,
        sqliteVersion: checkedVersion(sqlite, path),
        tracking,
      }
    } catch (error) {
      sqlite.close()
      throw error
    }
  } catch (error) {
    if (error instanceof OpenError) throw error
    const problem = openProblemOf(error)
    if (problem === null) throw error
    throw new OpenError(problem, path, error)
  }
}

function checkPath(path: string, wasThere: boolean): 'new' | 'ours' {
  const name = Buffer.byteLength(path.slice(dirname(path).length + 1))
  if (name > longestName || Buffer.byteLength(path) > longestPath) throw new OpenError('pathTooLong', path)
  const found = sniff(path)
  if (found === 'new' && wasThere) throw new OpenError('missing', path)
  if (found !== 'new' && found !== 'ours') throw new OpenError(found, path)
  return found
}

/**
 * Made beside its place and renamed into it: a program that dies meanwhile leaves nothing that looks like a data file,
 * and from the first moment on the file says by its own first bytes, not by its log, whose it is.
 */
function createFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.new`
  for (const leftover of [draft, `${draft}-journal`]) rmSync(leftover, { force: true })
  const sqlite = connect(draft, { fileMustExist: false })
  try {
    migrate(sqlite)
  } finally {
    sqlite.close()
  }
  renameSync(draft, path)
}

function configure(sqlite: Sqlite): void {
  // EXCLUSIVE first: one process owns the file, others get BUSY, and it opens even on a full disk (no -shm file).
  sqlite.pragma('locking_mode = EXCLUSIVE')
  const journal = sqlite.pragma('journal_mode = WAL', { simple: true })
  if (journal !== 'wal' && journal !== 'memory') throw new Error(`No write-ahead log here: ${String(journal)}`)
  // FULL, not the driver's NORMAL: a power cut may cost a millisecond per save, never a saved visit.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('fullfsync = ON')
  sqlite.pragma('checkpoint_fullfsync = ON')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('recursive_triggers = OFF')
  sqlite.pragma('journal_size_limit = 8388608')
  sqlite.pragma('wal_autocheckpoint = 1000')
  sqlite.pragma('mmap_size = 0')
  sqlite.pragma('cache_size = -32000')
  if (sqlite.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL')
  // Takes the lock now, and proves that we can write.
  sqlite.exec('BEGIN IMMEDIATE; ROLLBACK')
}

/** Versions before 3.51.3 could corrupt a file in write-ahead mode. */
function checkedVersion(sqlite: Sqlite, path: string): string {
  const version = String(sqlite.prepare('SELECT sqlite_version()').pluck().get())
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  if (major * 1e6 + minor * 1e3 + patch < 3_051_003) throw new OpenError('unsafeSqlite', path)
  return version
}

function checkQuickly(sqlite: Sqlite, path: string): void {
  if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new OpenError('damaged', path)
}

function keepCopyBeforeMigration(sqlite: Sqlite, path: string): void {
  const version = schemaVersion(sqlite)
  if (version === 0 || version === migrations.length || path === ':memory:') return
  const folder = join(dirname(path), 'backups')
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, `before-version-${migrations.length}-from-${version}.sqlite`)
  if (!existsSync(copy)) sqlite.prepare('VACUUM INTO ?').run(copy)
}
