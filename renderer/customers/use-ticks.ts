import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerQuery } from '#contract/customers.ts'
import { tell } from '../lib/announce.tsx'
import { blockSize } from './selected-rows.ts'
import { isSelected, mostByHand, type PlacedId, type Selection, withRows } from './selection.ts'
import { rowsOf } from './use-grid-rows.ts'

interface Ticks {
  readonly query: CustomerQuery
  readonly columns: readonly string[]
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
}

/** Ticking rows one by one and in stretches, also over rows that are not on screen. */
export function useTicks({ query, columns, selection, onSelect }: Ticks) {
  const { t } = useTranslation('customers')
  const queryClient = useQueryClient()
  const last = useRef<number | null>(null)

  const change = (rows: readonly PlacedId[], selected: boolean) => {
    const next = withRows(selection, rows, selected)
    if (next === selection) tell(t('tooManyTicked', { count: mostByHand }))
    else onSelect(next)
  }
  const rowsBetween = async (from: number, to: number): Promise<PlacedId[]> => {
    const blocks = range(Math.floor(from / blockSize), Math.floor(to / blockSize))
    const rows = await Promise.all(
      blocks.map((block) => rowsOf(queryClient, { query, columns, offset: block * blockSize, limit: blockSize })),
    )
    return rows.flat().flatMap(({ id }, place) => {
      const index = (blocks[0] ?? 0) * blockSize + place
      return index >= from && index <= to ? [{ id, index }] : []
    })
  }

  const tickStretch = async (a: number, b: number) => {
    const [from, to] = a < b ? [a, b] : [b, a]
    if (to - from >= mostByHand) tell(t('tooManyTicked', { count: mostByHand }))
    else change(await rowsBetween(from, to), true)
  }
  const tick = (row: PlacedId, extend: boolean) => {
    const from = last.current
    last.current = row.index
    if (extend && from !== null) void tickStretch(from, row.index)
    else change([row], !isSelected(selection, row.id))
  }
  return { tick, tickStretch }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}
