// The driver is API-equal to better-sqlite3 and ships no types that resolve; its types are those.
declare module 'better-sqlite3-multiple-ciphers' {
  import BetterSqlite from 'better-sqlite3'

  export = BetterSqlite
}
