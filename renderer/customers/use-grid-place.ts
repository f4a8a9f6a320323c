import type { GridApi } from 'ag-grid-community'
import { useEffect, useEffectEvent, useLayoutEffect } from 'react'
import type { CustomerRow } from '#contract/customers.ts'
import { useListPlace } from './use-customer-list.ts'

const rowHeight = 28

/** Leaves the list where it stands, and comes back to the same row and cell. To be used after the rows have their source. */
export function useGridPlace(grid: GridApi<CustomerRow> | null, total: number): void {
  const [place, keepPlace] = useListPlace()

  const comeBack = useEffectEvent((to: GridApi<CustomerRow>) => {
    if (place.topRow > 0 && place.topRow < total) to.ensureIndexVisible(place.topRow, 'top')
    if (place.focused && place.focused.row < total) to.setFocusedCell(place.focused.row, place.focused.column)
  })
  const leave = useEffectEvent((from: GridApi<CustomerRow>) => {
    const focused = from.isDestroyed() ? null : from.getFocusedCell()
    if (!focused) return
    const topRow = Math.ceil(from.getVerticalPixelRange().top / rowHeight)
    keepPlace({ topRow, focused: { row: focused.rowIndex, column: focused.column.getColId() } })
  })

  useEffect(() => {
    if (grid) comeBack(grid)
  }, [grid])

  // In the layout phase, because the grid is gone by the time other effects are cleaned up.
  useLayoutEffect(() => (grid ? () => leave(grid) : undefined), [grid])
}

/** The keys work as soon as there are rows, with no click first. */
export function takeFocus(grid: GridApi<CustomerRow>): void {
  const focused = grid.getFocusedCell()
  // The rows are drawn in the next frame.
  requestAnimationFrame(() => {
    if (!grid.isDestroyed()) grid.setFocusedCell(focused?.rowIndex ?? 0, focused?.column ?? 'name')
  })
}
