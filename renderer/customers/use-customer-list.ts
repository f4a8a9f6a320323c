import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ViewId } from '#contract/common.ts'
import type { CustomerQuery } from '#contract/customers.ts'
import type { View, ViewColumn } from '#contract/views.ts'
import { api } from '../lib/api.ts'
import { useDraft } from '../lib/draft.ts'
import { type Changed, changedBy, sameRows, shownView, type ViewChanges } from './view-changes.ts'
import { nothing, type Selection } from './selection.ts'

interface ListDraft {
  /** Null: the first one. */
  readonly view: ViewId | null
  /** What was changed by hand and not saved, of every view one has been to. */
  readonly changes: ReadonlyMap<ViewId | null, ViewChanges>
}

interface ListPlace {
  readonly topRow: number
  readonly focused: { readonly row: number; readonly column: string } | null
}

export type CustomerList = ReturnType<typeof useCustomerList>

/** The list one is in: it stays while one opens a card, so that one comes back to the same place. */
export function useCustomerList() {
  const [draft, setDraft] = useDraft<ListDraft>('customers.list', { view: null, changes: new Map() })
  const [selection, select] = useDraft<Selection>('customers.selection', nothing)
  const views = useQuery(api.views.list.queryOptions({ placeholderData: keepPreviousData })).data
  const view = views && shownView(views, draft.view)
  const changes = view && (draft.changes.get(view.id) ?? {})
  const shown = view && { ...view, ...changes }

  const change = (made: Changed) => {
    if (view) setDraft({ view: view.id, changes: withChanges(draft, view, changedBy(view, changes ?? {}, made)) })
  }
  const withoutChanges = (of: View | undefined, next: ViewId | null): ListDraft => ({
    view: next,
    changes: of ? withChanges(draft, of, {}) : draft.changes,
  })

  return {
    views: views ?? [],
    /** As it was saved; undefined until the views are known. */
    view,
    /** As it is shown now. */
    query: shown?.query,
    columns: shown?.columns ?? null,
    isEdited: changes !== undefined && Object.keys(changes).length > 0,
    /** Shows fewer or others than the view it began as; another order alone is none. */
    isNarrowed: view !== undefined && changes?.query !== undefined && !sameRows(changes.query, view.query),
    hasChanges: (id: ViewId) => (draft.changes.get(id) ?? null) !== null,
    selection,
    select,
    openView: (id: ViewId) => {
      setDraft({ ...draft, view: id })
      if (id !== view?.id) select(nothing)
    },
    filter: (query: CustomerQuery) => {
      change({ query })
      select(nothing)
    },
    /** The ticks stay: the rows are the same, in another order. */
    sort: (query: CustomerQuery) => change({ query }),
    setColumns: (columns: readonly ViewColumn[] | null) => change({ columns: columns && [...columns] }),
    restore: () => {
      setDraft(withoutChanges(view, draft.view))
      select(nothing)
    },
    /** After what was changed has been saved, in the same view or as another one. */
    settle: (id: ViewId) => setDraft(withoutChanges(view, id)),
  }
}

export function useListPlace() {
  return useDraft<ListPlace>('customers.place', { topRow: 0, focused: null })
}

function withChanges({ changes }: ListDraft, { id }: View, made: ViewChanges): ListDraft['changes'] {
  const all = new Map(changes)
  if (Object.keys(made).length === 0) all.delete(id)
  else all.set(id, made)
  return all
}
