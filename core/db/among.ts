import { type RawBuilder, sql } from 'kysely'

/** `where('id', 'in', among(ids))`: however many ids, it is the same statement with one value bound. */
export function among<Id extends number>(ids: readonly number[]): RawBuilder<Id> {
  return sql<Id>`(${idList(ids)})`
}

/** The ids as a query. */
export function idList(ids: readonly number[]): RawBuilder<unknown> {
  return sql`select value from json_each(${JSON.stringify(ids)})`
}
