import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../lib/api.ts'
import { shell } from '../lib/shell.ts'

/** Shows on the dock, the task bar or the tab how many follow-ups are overdue or due today. */
export function useDueBadge(): void {
  const { data } = useQuery(api.followUps.counts.queryOptions())
  const count = data && Math.min(data.overdue + data.dueToday, 99_999)

  useEffect(() => {
    if (count !== undefined) void shell.setBadge(count)
  }, [count])
}
