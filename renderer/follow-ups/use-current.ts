import { useState } from 'react'
import type { FollowUpId } from '#contract/common.ts'
import type { DueFollowUp } from '#contract/follow-ups.ts'
import type { TodayRow } from './today-rows.ts'

/** What the current row is asked: nothing, or one of its actions. */
export type Asking = 'complete' | 'snooze' | 'reschedule' | 'skip'

export interface Current {
  readonly item: DueFollowUp | null
  readonly asking: Asking | null
  /** The page has the focus in its lists, so the current row is given it when it changes. */
  readonly hasFocus: boolean
  readonly select: (id: FollowUpId, asking?: Asking | null) => void
  readonly ask: (asking: Asking | null) => void
  /** The current row was done with: the one after it is next, wherever the row itself goes. */
  readonly pass: () => void
  readonly move: (step: 1 | -1) => void
  /** To the other column, to the row at the same height. */
  readonly cross: () => void
  readonly setHasFocus: (hasFocus: boolean) => void
}

/**
 * One row of the page is the current one; the keys act on it. When it goes because it was done, the one that comes
 * into its place is next.
 */
export function useCurrent(columns: readonly (readonly TodayRow[])[]): Current {
  const [place, setPlace] = useState<{ id: FollowUpId | null; column: number; index: number }>({
    id: null,
    column: 0,
    index: 0,
  })
  const [asking, setAsking] = useState<Asking | null>(null)
  const [hasFocus, setHasFocus] = useState(false)
  const lists = columns.map((rows) => rows.flatMap((row) => (row.type === 'due' ? [row.item] : [])))
  const { column, index } = placeNow(lists, place)
  const item = lists[column]?.[index] ?? null

  const go = (column: number, index: number, asking: Asking | null) => {
    const list = lists[column]
    const next = list?.[Math.max(0, Math.min(index, list.length - 1))]
    if (list === undefined || next === undefined) return
    setPlace({ id: next.id, column, index: list.indexOf(next) })
    setAsking(asking)
    setHasFocus(true)
  }

  return {
    item,
    asking: item !== null && item.id === place.id ? asking : null,
    hasFocus,
    select: (id, asking = null) => {
      const found = placeNow(lists, { id, column: 0, index: 0 })
      go(found.column, found.index, asking)
    },
    ask: (asking) => go(column, index, asking),
    pass: () => {
      const next = lists[column]?.[index + 1] ?? lists[column]?.[index - 1]
      setPlace({ id: next?.id ?? null, column, index })
      setAsking(null)
      setHasFocus(true)
    },
    move: (step) => go(column, index + step, null),
    cross: () => go(column === 0 ? 1 : 0, index, null),
    setHasFocus,
  }
}

/** Where the item is by now; where it was, when it is gone; the other column, when this one is empty. */
export function placeNow(
  lists: readonly (readonly Pick<DueFollowUp, 'id'>[])[],
  { id, column, index }: { readonly id: FollowUpId | null; readonly column: number; readonly index: number },
): { column: number; index: number } {
  for (const [column, list] of lists.entries()) {
    const index = list.findIndex((item) => item.id === id)
    if (index >= 0) return { column, index }
  }
  const list = lists[column] ?? []
  if (list.length > 0) return { column, index: Math.min(index, list.length - 1) }
  return {
    column: Math.max(
      0,
      lists.findIndex((list) => list.length > 0),
    ),
    index: 0,
  }
}
