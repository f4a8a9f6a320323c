import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { CustomerId } from '#contract/common.ts'
import type { TimelineKind } from '#contract/visits.ts'
import { api } from '../lib/api.ts'

/** What fills a window at once; then more, since after a write every page that was read is read again. */
const firstPage = 50
const laterPages = 200

/** What happened with a customer, page by page as one scrolls, and how much of each kind there is. */
export function useTimeline(customerId: CustomerId, kind: TimelineKind) {
  const { data: counts } = useQuery(api.visits.timelineCounts.queryOptions({ input: { customerId } }))
  const pages = useInfiniteQuery(
    api.visits.timeline.infiniteOptions({
      input: (after: string | null) => ({ customerId, kind, after, limit: after === null ? firstPage : laterPages }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
  )
  return { counts, ...pages, entries: pages.data?.pages.flatMap(({ entries }) => entries) ?? [] }
}
