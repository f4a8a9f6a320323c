import type { Day } from '#contract/common.ts'
import type { CustomerQuery, Filter, ReadyView, Sort } from '#contract/customers.ts'
import type { Db } from '../db/open.ts'
import { addDays } from '../lib/days.ts'
import { countCustomers } from './customer-list.ts'

/** The lists the program comes with, as they are today. */
export async function readyViews(db: Db, today: Day): Promise<ReadyView[]> {
  const views: ReadyView[] = []
  for (const [key, query] of Object.entries(readyQueries(today))) {
    views.push({ key: key as ReadyView['key'], query, count: await countCustomers(db, query, today) })
  }
  return views
}

function readyQueries(today: Day): Record<ReadyView['key'], CustomerQuery> {
  const byName: Sort = { field: 'name', direction: 'asc' }
  const byNextContact: Sort = { field: 'nextContact', direction: 'asc' }
  const longestAgo: Sort = { field: 'lastContact', direction: 'asc' }
  return {
    all: list([], byName),
    dueToday: list([{ field: 'nextContact', operator: 'withinDays', value: 0 }], byNextContact),
    overdue: list([{ field: 'nextContact', operator: 'before', value: today }], byNextContact),
    aNotSeen30: list(
      [
        { field: 'grade', operator: 'is', value: ['A'] },
        { field: 'lastContact', operator: 'olderThanDays', value: 30 },
      ],
      longestAgo,
    ),
    recent: list([{ field: 'createdOn', operator: 'after', value: addDays(today, -31) }], {
      field: 'createdOn',
      direction: 'desc',
    }),
    companies: list([{ field: 'kind', operator: 'is', value: ['company'] }], byName),
    persons: list([{ field: 'kind', operator: 'is', value: ['person'] }], byName),
    nothingPlanned: list([{ field: 'nextContact', operator: 'isEmpty', value: null }], longestAgo),
  }
}

function list(filters: Filter[], sort: Sort): CustomerQuery {
  return { text: '', filters, sort: [sort] }
}
