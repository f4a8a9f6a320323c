import type { QueryClient } from '@tanstack/react-query'
import type { CustomerId } from '#contract/common.ts'
import type { CustomerSelection } from '#contract/customers.ts'
import { rowsOf } from './use-grid-rows.ts'

/** As many cards as are asked of the core at once for printing. */
export const mostPrinted = 1000

/** The customers of a selection in its order, as many as can be printed in one go. */
export async function printIds(
  queryClient: QueryClient,
  selection: CustomerSelection,
  total: number,
): Promise<CustomerId[]> {
  if ('ids' in selection) return selection.ids.slice(0, mostPrinted)
  const except = new Set(selection.except)
  const ids: CustomerId[] = []
  for (let offset = 0; offset < total && ids.length < mostPrinted; offset += 500) {
    const rows = await rowsOf(queryClient, { query: selection.query, columns: [], offset, limit: 500 })
    ids.push(...rows.map(({ id }) => id).filter((id) => !except.has(id)))
  }
  return ids.slice(0, mostPrinted)
}
