import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { CustomerId } from '#contract/common.ts'
import type { TimelineKind } from '#contract/visits.ts'
import { api } from '../lib/api.ts'

const pageSize = 50

/** What happened with a customer, page by page as one scrolls, and how much of each kind there is. */
export function useTimeline(customerId: CustomerId, kind: TimelineKind) {
  const { data: counts } = useQuery(api.visits.timelineCounts.queryOptions({ input: { customerId } }))
  const pages = useInfiniteQuery(
    api.visits.timeline.infiniteOptions({
      input: (after: string | null) => ({ customerId, kind, after, limit: pageSize }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
  )
  return { counts, ...pages, entries: pages.data?.pages.flatMap(({ entries }) => entries) ?? [] }
}
