import { createContext, useContext } from 'react'
import type { Sort } from '#contract/customers.ts'
import type { Column } from './columns.ts'
import type { PlacedId, Selection } from './selection.ts'

/** What the cells and headings of the grid know of the list around them. */
interface GridContextValue {
  readonly selection: Selection
  readonly total: number
  readonly sort: readonly Sort[]
  readonly columns: readonly Column[]
  /** A click on a heading. `also`: behind the order there is. */
  readonly onSort: (field: string, also: boolean) => void
  readonly onSortBy: (field: string, direction: Sort['direction']) => void
  readonly onColumns: (columns: readonly Column[]) => void
  readonly onTick: (row: PlacedId, extend: boolean) => void
  readonly onTickAll: () => void
}

const Context = createContext<GridContextValue | null>(null)

export const GridProvider = Context.Provider

export function useGridContext(): GridContextValue {
  const value = useContext(Context)
  if (!value) throw new Error('A cell of the grid stands outside its GridProvider')
  return value
}
