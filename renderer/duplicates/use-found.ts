import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CustomerId } from '#contract/common.ts'
import { client } from '../lib/api.ts'
import { useDraft } from '../lib/draft.ts'
import { drain } from '../lib/drain.ts'
import { type FoundGroups, settled } from './found-groups.ts'

interface FindProgress {
  readonly done: number
  readonly total: number
}

/** The search through all cards. What it found stays while one looks at a card and comes back. */
export function useFound() {
  const [found, setFound] = useDraft<FoundGroups | null>('duplicates', null)
  const [progress, setProgress] = useState<FindProgress | null>(null)
  const [wasStopped, setWasStopped] = useState(false)
  const stop = useRef<AbortController>(null)

  const search = useMutation({
    mutationFn: async () => {
      stop.current = new AbortController()
      const news = await client.duplicates.find(undefined, { signal: stop.current.signal })
      return drain(news, setProgress)
    },
    onSuccess: ({ groups, count }) => setFound({ groups, count, foundAtFirst: count }),
    meta: { ownErrors: true },
  })
  useEffect(() => () => stop.current?.abort(), [])

  return {
    found,
    progress,
    isRunning: search.isPending,
    wasStopped,
    error: wasStopped ? null : search.error,
    start() {
      setProgress(null)
      setWasStopped(false)
      search.mutate()
    },
    stop() {
      setWasStopped(true)
      stop.current?.abort()
    },
    /** Takes cards off the list and says which come next; null where there is no list. */
    settle(ids: readonly CustomerId[], survivor: CustomerId | null): readonly CustomerId[] | null {
      if (!found) return null
      const after = settled(found, ids, survivor)
      setFound(after.found)
      return after.found === found ? null : after.next
    },
  }
}

export type Found = ReturnType<typeof useFound>
