import type { Day, Instant, LocalMinute } from '#contract/common.ts'
import type { Db, OpenedDatabase } from '../db/open.ts'
import type { FileRegistry } from './file-registry.ts'

/** What a service may reach for. Everything else arrives as an argument. */
export interface Context {
  readonly db: Db
  /** The connection itself, for the few places that may use SQL special to SQLite: `core/db` and `core/search`. */
  readonly database: OpenedDatabase
  readonly clock: Clock
  readonly files: FileRegistry
  readonly changes: ChangeFeed
  readonly dataFile: string
  readonly version: string
}

export interface Clock {
  readonly now: () => Instant
  readonly today: () => Day
  /** The local minute of now. */
  readonly minute: () => LocalMinute
}

/** Tells every window that something changed. */
export interface ChangeFeed {
  publish(operationId: number | null): void
  watch(signal?: AbortSignal): AsyncGenerator<number | null>
}
