import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#contract/common.ts'
import type { CustomerQuery } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { ensureListIndex } from '../db/list-index.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/open.ts'
import { fieldsByKey } from '../fields/field-queries.ts'
import { fail } from '../lib/fail.ts'
import { matchingCustomers } from '../search/matching-customers.ts'
import { fieldSql } from './field-sql.ts'
import { conditionOf } from './list-filters.ts'

/** The parts of a list's SQL, from the table `customers`. */
export interface ListSql {
  readonly fields: ReadonlyMap<string, Field>
  readonly conditions: RawBuilder<boolean>
  readonly order: RawBuilder<unknown>
}

export async function listSql(db: Db, query: CustomerQuery, today: Day): Promise<ListSql> {
  const fields = await fieldsByKey(db, 'customer')
  const filters = query.filters.map((filter) => {
    const field = fields.get(filter.field)
    // Leaving the filter out would show, and perhaps delete, customers nobody asked for.
    return field ? conditionOf(field, filter, today) : fail('NOT_FOUND', { entity: 'field', id: 0 })
  })
  if (query.text.trim() !== '') filters.push(sql`customers.id in ${among(await matchingCustomers(db, query.text))}`)
  return {
    fields,
    conditions: filters.length === 0 ? sql`true` : sql`${sql.join(filters, sql` and `)}`,
    order: await orderOf(db, query.sort, fields),
  }
}

/**
 * Empty values stand last whichever way; customers that are equal stand in the order they were made, or its reverse.
 *
 * Each of these orders is that of an index read from one end or the other, so that no list has to be sorted.
 */
async function orderOf(
  db: Db,
  sort: CustomerQuery['sort'],
  fields: ReadonlyMap<string, Field>,
): Promise<RawBuilder<unknown>> {
  const terms: RawBuilder<unknown>[] = []
  for (const { field: key, direction } of sort) {
    const field = fields.get(key)
    if (!field) continue
    const found = fieldSql(field)
    const [first] = found.sort
    if (terms.length === 0 && found.indexable && first) await ensureListIndex(db, field.key, first)
    terms.push(
      ...found.sort.map((term, index) => sql.raw(`${term} ${wayOf(direction, index === 0 && !found.neverNull)}`)),
    )
  }
  const isReversed = sort[0]?.direction === 'desc'
  return sql.join([...terms, sql.raw(`customers.id ${isReversed ? 'DESC' : 'ASC'}`)])
}

/** Null is smaller than anything, so going down it stands last already. */
function wayOf(direction: 'asc' | 'desc', canBeNull: boolean): string {
  if (direction === 'desc') return 'DESC'
  return canBeNull ? 'ASC NULLS LAST' : 'ASC'
}
