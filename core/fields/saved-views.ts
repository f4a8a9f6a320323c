import type { ViewId } from '#contract/common.ts'
import { CustomerQuery } from '#contract/customers.ts'
import type { FieldValue } from '#contract/fields.ts'
import { ViewColumn } from '#contract/views.ts'
import type { Db } from '../db/open.ts'

/** What of a saved view names fields and choices. */
export interface ViewContent {
  readonly query: CustomerQuery
  readonly columns: readonly ViewColumn[] | null
}

/** Changes the views that a change of the layout concerns, as part of the same operation. */
export async function changeViews(db: Db, change: (view: ViewContent) => ViewContent): Promise<void> {
  for (const { id, ...view } of await savedViews(db)) {
    const { query, columns } = change(view)
    if (JSON.stringify({ query, columns }) === JSON.stringify(view)) continue
    await db
      .updateTable('views')
      .set({ query: JSON.stringify(query), columns: columns && JSON.stringify(columns) })
      .where('id', '=', id)
      .execute()
  }
}

export async function countViewsWith(db: Db, field: string): Promise<number> {
  return (await savedViews(db)).filter((view) => names(view, field)).length
}

export function withoutField({ query, columns }: ViewContent, field: string): ViewContent {
  return {
    query: {
      ...withoutFilters({ query, columns }, field).query,
      sort: query.sort.filter((one) => one.field !== field),
    },
    columns: columns && columns.filter((one) => one.field !== field),
  }
}

export function withoutFilters({ query, columns }: ViewContent, field: string): ViewContent {
  return { query: { ...query, filters: query.filters.filter((one) => one.field !== field) }, columns }
}

/** Conditions that ask for one choice ask for another, or, where there is none, no longer for that one. */
export function withChoice(view: ViewContent, field: string, from: string, into: string | null): ViewContent {
  const filters = view.query.filters.flatMap((filter) => {
    if (filter.field !== field || !holds(filter.value, from)) return [filter]
    const wanted = [filter.value].flat().flatMap((key) => (key === from ? (into ?? []) : (key ?? [])))
    const words = [...new Set(wanted.map(String))]
    if (words.length === 0) return []
    return [{ ...filter, value: Array.isArray(filter.value) ? words : (words[0] ?? null) }]
  })
  return { ...view, query: { ...view.query, filters } }
}

async function savedViews(db: Db): Promise<(ViewContent & { id: ViewId })[]> {
  const rows = await db.selectFrom('views').select(['id', 'query', 'columns']).orderBy('id').execute()
  return rows.map(({ id, query, columns }) => ({
    id,
    query: CustomerQuery.parse(JSON.parse(query)),
    columns: columns === null ? null : ViewColumn.array().parse(JSON.parse(columns)),
  }))
}

function names({ query, columns }: ViewContent, field: string): boolean {
  return [...query.filters, ...query.sort, ...(columns ?? [])].some((one) => one.field === field)
}

function holds(value: FieldValue, word: string): boolean {
  return Array.isArray(value) ? value.includes(word) : value === word
}
