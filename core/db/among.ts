import { type RawBuilder, sql } from 'kysely'

/** `where('id', 'in', among(ids))`: however many ids, it is the same statement with one value bound. */
export function among<Id extends number>(ids: readonly number[]): RawBuilder<Id> {
  return sql<Id>`(select value from json_each(${JSON.stringify(ids)}))`
}
