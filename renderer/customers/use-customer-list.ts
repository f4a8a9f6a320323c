import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CustomerQuery, ReadyView } from '#contract/customers.ts'
import { api } from '../lib/api.ts'
import { useDraft } from '../lib/draft.ts'
import { nothing, type Selection } from './selection.ts'

export type ViewKey = ReadyView['key']

interface ListDraft {
  readonly view: ViewKey
  /** The view as it was changed by hand; null while it is as it ships. */
  readonly edited: CustomerQuery | null
}

interface ListPlace {
  readonly topRow: number
  readonly focused: { readonly row: number; readonly column: string } | null
}

/** The list one is in: it stays while one opens a card, so that one comes back to the same place. */
export function useCustomerList() {
  const [draft, setDraft] = useDraft<ListDraft>('customers.list', { view: 'all', edited: null })
  const [selection, select] = useDraft<Selection>('customers.selection', nothing)
  const views = useQuery(api.customers.views.queryOptions({ placeholderData: keepPreviousData }))
  const shipped = views.data?.find(({ key }) => key === draft.view)?.query

  const change = (next: ListDraft) => {
    setDraft(next)
    select(nothing)
  }

  return {
    view: draft.view,
    views: views.data ?? [],
    /** Undefined until the views are known. */
    query: draft.edited ?? shipped,
    isEdited: draft.edited !== null,
    /** Shows fewer or others than the view it began as; another order alone is none. */
    isNarrowed: draft.edited !== null && !sameRows(draft.edited, shipped),
    selection,
    select,
    openView: (view: ViewKey) => change({ view, edited: null }),
    filter: (query: CustomerQuery) => change({ ...draft, edited: sameQuery(query, shipped) ? null : query }),
    /** The ticks stay: the rows are the same, in another order. */
    sort: (query: CustomerQuery) => setDraft({ ...draft, edited: sameQuery(query, shipped) ? null : query }),
    restore: () => change({ ...draft, edited: null }),
  }
}

export function useListPlace() {
  return useDraft<ListPlace>('customers.place', { topRow: 0, focused: null })
}

function sameQuery(query: CustomerQuery, other: CustomerQuery | undefined): boolean {
  return sameRows(query, other) && JSON.stringify(query.sort) === JSON.stringify(other?.sort)
}

function sameRows(query: CustomerQuery, other: CustomerQuery | undefined): boolean {
  return query.text === other?.text && JSON.stringify(query.filters) === JSON.stringify(other.filters)
}
