import BetterSqlite from 'better-sqlite3-multiple-ciphers'

export type Sqlite = BetterSqlite.Database
export type Statement = BetterSqlite.Statement

/** The only place that knows which driver it is: plain better-sqlite3 serves as well, without encryption. */
export function connect(path: string, options: BetterSqlite.Options): Sqlite {
  return new BetterSqlite(path, options)
}
