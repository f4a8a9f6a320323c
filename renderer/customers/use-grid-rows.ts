import { hashKey, type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { GridApi, IGetRowsParams } from 'ag-grid-community'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { CustomerQuery, CustomerRow } from '#contract/customers.ts'
import { api } from '../lib/api.ts'

interface GridRows {
  readonly grid: GridApi<CustomerRow> | null
  readonly query: CustomerQuery
  readonly columns: readonly string[]
  readonly onRows: () => void
}

/**
 * Feeds the grid out of the query cache. A changed query or a write asks for the blocks again in place: the rows on
 * screen stay until the new ones are here, so nothing flickers.
 */
export function useGridRows({ grid, query, columns, onRows }: GridRows): void {
  const queryClient = useQueryClient()
  const asked = useRef(query)

  const load = useEffectEvent(
    async ({ startRow, endRow, successCallback, failCallback }: IGetRowsParams<CustomerRow>) => {
      try {
        const [rows, count] = await Promise.all([
          rowsOf(queryClient, { query, columns, offset: startRow, limit: endRow - startRow }),
          countOf(queryClient, query),
        ])
        if (grid?.isDestroyed() !== false) return
        successCallback(rows, count)
        onRows()
      } catch {
        // The query cache has told the user.
        failCallback()
      }
    },
  )

  useEffect(() => {
    grid?.setGridOption('datasource', { getRows: (params) => void load(params) })
  }, [grid])

  useEffect(() => {
    if (!grid || asked.current === query) return
    asked.current = query
    if ((grid.getInfiniteRowCount() ?? 0) > 0) grid.ensureIndexVisible(0, 'top')
    grid.refreshInfiniteCache()
  }, [grid, query])

  useEffect(() => {
    // The count is asked again after every write: when it is here, the rows may have changed too.
    const counting = hashKey(countOptions(query).queryKey)
    return queryClient.getQueryCache().subscribe((event) => {
      const isCounted =
        event.type === 'updated' && event.action.type === 'success' && event.query.queryHash === counting
      if (isCounted && grid && !grid.isDestroyed()) grid.refreshInfiniteCache()
    })
  }, [grid, query, queryClient])
}

export function countOptions(query: CustomerQuery) {
  return api.customers.count.queryOptions({ input: { query } })
}

interface Slice {
  readonly query: CustomerQuery
  readonly columns: readonly string[]
  readonly offset: number
  readonly limit: number
}

export async function rowsOf(
  queryClient: QueryClient,
  { query, columns, offset, limit }: Slice,
): Promise<CustomerRow[]> {
  const input = { query, columns: [...columns], offset, limit }
  // Blocks scrolled past are not worth their memory for long.
  const { rows } = await queryClient.fetchQuery(api.customers.list.queryOptions({ input, gcTime: 60_000 }))
  return rows
}

async function countOf(queryClient: QueryClient, query: CustomerQuery): Promise<number> {
  const { count } = await queryClient.fetchQuery(countOptions(query))
  return count
}
