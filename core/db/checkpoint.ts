import type { OpenedDatabase } from './open.ts'

/** Brings the log into the file and empties it, so that what was taken out of the file does not live on in the log. */
export function checkpoint({ sqlite }: OpenedDatabase): void {
  // A transaction that is open now writes on; the log is emptied when the program ends.
  if (!sqlite.inTransaction) sqlite.pragma('wal_checkpoint(TRUNCATE)')
}
