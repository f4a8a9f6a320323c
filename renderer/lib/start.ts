import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Day, Language } from '#contract/common.ts'
import { api } from './api.ts'
import { queryClient } from './query-client.ts'

/** What the window needs before it draws anything. Suspends once, at the very start. */
export function useStart() {
  return useSuspenseQuery(api.settings.start.queryOptions()).data
}

export function useToday(): Day {
  return useStart().today
}

export function useLanguage(): Language {
  return useStart().settings.language
}

export function useStaff() {
  return useStart().staff
}

/** Asks everything again when the day turns, also after the machine slept through midnight. */
export function useNewDay(): void {
  useEffect(() => {
    let date = new Date().getDate()
    const look = () => {
      if (new Date().getDate() === date) return
      date = new Date().getDate()
      void queryClient.invalidateQueries()
    }
    const timer = setInterval(look, 30_000)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
    }
  }, [])
}
