import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { SearchHit } from '#contract/search.ts'
import { api } from '../lib/api.ts'
import { isCommandsOnly } from './palette-groups.ts'

const limit = 20

interface Found {
  readonly hits: readonly SearchHit[]
  readonly more: boolean
  /** Whether these answer what is typed now, and not what was typed a key ago. */
  readonly isCurrent: boolean
}

/**
 * Asks with every key. Answers are kept by their question, so one that comes late is never shown for another text;
 * until the right one is there, the last one stays and nothing flickers.
 */
export function useFound(typed: string, opened: boolean): Found {
  const text = typed.trim()
  const isAsked = opened && text !== '' && !isCommandsOnly(text)
  const { data, isPlaceholderData } = useQuery(
    api.search.find.queryOptions({
      input: isAsked ? { text, limit } : skipToken,
      placeholderData: keepPreviousData,
      gcTime: 10_000,
    }),
  )
  if (!isAsked) return { hits: [], more: false, isCurrent: true }
  return { hits: data?.hits ?? [], more: data?.more ?? false, isCurrent: data !== undefined && !isPlaceholderData }
}

export function useRecent(opened: boolean): readonly SearchHit[] {
  return (
    useQuery(
      api.search.recent.queryOptions({
        input: opened ? { limit: 8 } : skipToken,
        placeholderData: keepPreviousData,
        // Opening a card changes the answer, and nothing else.
        refetchOnMount: 'always',
      }),
    ).data ?? []
  )
}
