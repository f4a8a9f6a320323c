import type { Sort } from '#contract/customers.ts'

/**
 * The order after a click on a heading: up, down, back to none. `also` keeps the order there was and puts this one
 * behind it, three deep at most.
 */
export function nextSort(sort: readonly Sort[], field: string, also: boolean): Sort[] {
  const now = sort.find((each) => each.field === field)
  const next: Sort | null =
    now === undefined ? { field, direction: 'asc' } : now.direction === 'asc' ? { field, direction: 'desc' } : null
  if (!also) return next ? [next] : []
  if (!now) return [...sort, ...(next ? [next] : [])].slice(0, 3)
  return sort.flatMap((each) => (each.field === field ? (next ? [next] : []) : [each]))
}
