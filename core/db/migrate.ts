import operations from './migrations/0001-operations.ts'
import fields from './migrations/0002-fields.ts'
import customers from './migrations/0003-customers.ts'
import visits from './migrations/0004-visits.ts'
import search from './migrations/0005-search.ts'
import cards from './migrations/0006-cards.ts'
import searchTexts from './migrations/0007-search-texts.ts'
import type { Sqlite } from './sqlite.ts'

/** Append only. A migration that has shipped is never edited, renamed or removed. */
export const migrations: readonly string[] = [operations, fields, customers, visits, search, cards, searchTexts]

/** "SHK1": says that a SQLite file is ours. */
export const applicationId = 0x53484b31

/**
 * Brings the file to the newest schema, or leaves it exactly as it was.
 *
 * The schema version is `PRAGMA user_version`: the count of migrations applied.
 */
export function migrate(sqlite: Sqlite, target = migrations.length): void {
  const current = schemaVersion(sqlite)
  if (current >= target) return
  sqlite.transaction(() => {
    for (const migration of migrations.slice(current, target)) sqlite.exec(migration)
    sqlite.pragma(`application_id = ${applicationId}`)
    sqlite.pragma(`user_version = ${target}`)
  })()
}

export function schemaVersion(sqlite: Sqlite): number {
  return Number(sqlite.pragma('user_version', { simple: true }))
}
