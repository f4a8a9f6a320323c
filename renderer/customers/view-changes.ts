import { t } from 'i18next'
import type { ViewId } from '#contract/common.ts'
import type { CustomerQuery } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import type { View, ViewColumn } from '#contract/views.ts'
import { fieldLabel } from '../lib/layout.ts'

/** What of a view is shown otherwise than it was saved. */
export interface ViewChanges {
  readonly query?: CustomerQuery
  readonly columns?: ViewColumn[] | null
}

export type Changed = { readonly query: CustomerQuery } | { readonly columns: ViewColumn[] | null }

/** The changes with one more made; what is as it was saved is no change. */
export function changedBy(view: View, changes: ViewChanges, made: Changed): ViewChanges {
  const { query, columns } = { ...changes, ...made }
  return {
    ...(query !== undefined && !sameQuery(query, view.query) && { query }),
    ...(columns !== undefined && JSON.stringify(columns) !== JSON.stringify(view.columns) && { columns }),
  }
}

export function sameRows(query: CustomerQuery, other: CustomerQuery): boolean {
  return query.text === other.text && JSON.stringify(query.filters) === JSON.stringify(other.filters)
}

/** The view that was asked for, else the first that is not hidden: there is always something to show. */
export function shownView(views: readonly View[], id: ViewId | null): View {
  return views.find((view) => view.id === id) ?? views.find(({ hidden }) => !hidden) ?? views[0] ?? everybody
}

export function viewLabel(view: View): string {
  return view === everybody ? t('customers:everybody') : fieldLabel(view)
}

/** Whether this only stands in where there is no view: it can be saved as one, not changed. */
export function isStandIn(view: View): boolean {
  return view === everybody
}

/** Fields a query asks for that are no more: it cannot be answered until they are taken out. */
export function missingFields({ filters }: CustomerQuery, fields: readonly Field[]): string[] {
  return filters.map(({ field }) => field).filter((key) => !fields.some((field) => field.key === key))
}

/** Stands in when the last view was deleted. */
const everybody: View = {
  id: 0 as ViewId,
  key: null,
  labelZh: '',
  labelEn: '',
  query: { text: '', filters: [], sort: [{ field: 'name', direction: 'asc' }] },
  columns: null,
  hidden: false,
}

function sameQuery(query: CustomerQuery, other: CustomerQuery): boolean {
  return sameRows(query, other) && JSON.stringify(query.sort) === JSON.stringify(other.sort)
}
