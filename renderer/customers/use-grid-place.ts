import type { GridApi } from 'ag-grid-community'
import { useEffect, useEffectEvent } from 'react'
import type { CustomerRow } from '#contract/customers.ts'
import { useListPlace } from './use-customer-list.ts'

const rowHeight = 28

/** Leaves the list where it stands, and comes back to the same row and cell. */
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
    if (!grid) return undefined
    comeBack(grid)
    return () => leave(grid)
  }, [grid])
}

/** The keys work as soon as there are rows, with no click first. */
export function takeFocus(grid: GridApi<CustomerRow>): void {
  const focused = grid.getFocusedCell()
  // The rows are drawn in the next frame.
  requestAnimationFrame(() => {
    if (!grid.isDestroyed()) grid.setFocusedCell(focused?.rowIndex ?? 0, focused?.column ?? 'name')
  })
}
