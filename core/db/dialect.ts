import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { bindable } from './bindable.ts'
import type { Sqlite, Statement } from './sqlite.ts'

const cachedStatements = 300

/**
 * Kysely over the one connection there is.
 *
 * Transactions wait for each other; a query outside of them does not wait. So while a long import lets the event loop
 * turn between its slices, a keystroke is still answered — from what the import has written so far.
 */
export function sqliteDialect(sqlite: Sqlite): Dialect {
  return {
    createAdapter: () => new SharedConnectionAdapter(),
    createDriver: () => driverOf(sqlite),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** Kysely would let everything wait for an open transaction; here only the next transaction does. */
class SharedConnectionAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

function driverOf(sqlite: Sqlite): Driver {
  const connection = connectionOf(sqlite)
  const run = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql))
  let lastTransaction: Promise<void> = Promise.resolve()
  let release: () => void = () => {}
  let rollbacks = 0
  // SQLite counts changes but does not take back the count when they are taken back (see remember.ts).
  sqlite.function('rollbacks', { deterministic: false }, () => rollbacks)

  return {
    async init() {},
    async acquireConnection() {
      return connection
    },
    async beginTransaction() {
      const before = lastTransaction
      const { promise, resolve } = Promise.withResolvers<void>()
      lastTransaction = promise
      await before
      release = resolve
      try {
        await run('begin immediate')
      } catch (error) {
        resolve()
        throw error
      }
    },
    async commitTransaction() {
      await run('commit')
      release()
    },
    async rollbackTransaction() {
      try {
        // SQLite has already rolled back when the disk was full.
        if (sqlite.inTransaction) await run('rollback')
      } finally {
        rollbacks++
        release()
      }
    },
    async releaseConnection() {},
    async destroy() {
      sqlite.close()
    },
  }
}

function connectionOf(sqlite: Sqlite): DatabaseConnection {
  const statements = new Map<string, Statement>()

  function prepared(sql: string): Statement {
    const known = statements.get(sql)
    if (known) return known
    const statement = sqlite.prepare(sql)
    statements.set(sql, statement)
    const [oldest] = statements.keys()
    if (statements.size > cachedStatements && oldest !== undefined) statements.delete(oldest)
    return statement
  }

  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const statement = prepared(sql)
      const values = parameters.map(bindable)
      if (statement.reader) return { rows: statement.all(...values) as R[] }
      const { changes, lastInsertRowid } = statement.run(...values)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    },
    async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<R>> {
      for (const row of sqlite.prepare(sql).iterate(...parameters.map(bindable))) yield { rows: [row as R] }
    },
  }
}
