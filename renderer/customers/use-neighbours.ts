import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CustomerId } from '#contract/common.ts'
import { api } from '../lib/api.ts'
import { useCustomerList } from './use-customer-list.ts'
import { viewLabel } from './view-changes.ts'

export interface Neighbours {
  /** Counted from 1; null when the customer is not in the list one came from. */
  readonly place: number | null
  readonly count: number
  /** Of the view, in the language of the page. */
  readonly view: string
  readonly isNarrowed: boolean
  readonly previous: CustomerId | null
  readonly next: CustomerId | null
}

/** The customers before and behind this one in the list one came from. Their cards are read ahead. */
export function useNeighbours(id: CustomerId): Neighbours {
  const { query, view, isNarrowed } = useCustomerList()
  const queryClient = useQueryClient()
  // A list that cannot be asked for has no neighbours; its page says why.
  const { data } = useQuery(
    api.customers.place.queryOptions({ input: query ? { query, id } : skipToken, meta: { ownErrors: true } }),
  )
  const previous = data?.previous ?? null
  const next = data?.next ?? null

  useEffect(() => {
    for (const neighbour of [next, previous])
      if (neighbour !== null)
        void queryClient.prefetchQuery(api.customers.card.queryOptions({ input: { id: neighbour } }))
  }, [queryClient, next, previous])

  return {
    place: data ? data.index + 1 : null,
    count: data?.count ?? 0,
    view: view ? viewLabel(view) : '',
    isNarrowed,
    previous,
    next,
  }
}
