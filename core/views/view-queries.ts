import type { Day, ViewId } from '#contract/common.ts'
import type { CustomerQuery } from '#contract/customers.ts'
import type { View, ViewColumn } from '#contract/views.ts'
import { countCustomers } from '../customers/customer-list.ts'
import type { Db } from '../db/open.ts'
import { remember } from '../db/remember.ts'
import { fieldsByKey } from '../fields/field-queries.ts'
import { fail } from '../lib/fail.ts'

/** In their order, hidden ones included. */
export async function viewsInOrder(db: Db): Promise<View[]> {
  const rows = await db.selectFrom('views').selectAll().orderBy('position').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    labelZh: row.label_zh,
    labelEn: row.label_en,
    query: JSON.parse(row.query) as CustomerQuery,
    columns: row.columns === null ? null : (JSON.parse(row.columns) as ViewColumn[]),
    hidden: row.hidden === 1,
  }))
}

export async function viewOf(db: Db, id: ViewId): Promise<View> {
  const view = (await viewsInOrder(db)).find((each) => each.id === id)
  return view ?? fail('NOT_FOUND', { entity: 'view', id })
}

export interface ViewCount {
  readonly id: ViewId
  readonly count: number
}

/** What `countViews` counted, until anything changes. */
const rememberedCounts = remember(countViews)

export async function viewCounts(db: Db, today: Day): Promise<ViewCount[]> {
  return [...(await rememberedCounts(db, today))]
}

/** How many customers each visible view shows. One that asks for a field that is gone has no count. */
export async function countViews(db: Db, today: Day): Promise<readonly ViewCount[]> {
  const fields = await fieldsByKey(db, 'customer')
  const counts: ViewCount[] = []
  for (const { id, query, hidden } of await viewsInOrder(db)) {
    if (hidden || query.filters.some(({ field }) => !fields.has(field))) continue
    counts.push({ id, count: await countCustomers(db, query, today) })
  }
  return counts
}
