import { type RawBuilder, sql } from 'kysely'

/** SQL that holds when a text has another in it, wherever; small and capital Latin letters are the same. */
export function contains(text: RawBuilder<unknown>, wanted: string): RawBuilder<boolean> {
  return sql<boolean>`${text} like ${`%${wanted.replace(/[%_\\]/g, String.raw`\$&`)}%`} escape '\\'`
}
