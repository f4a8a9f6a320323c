import { useState } from 'react'
import { z } from 'zod'
import type { Field } from '#contract/fields.ts'
import { type Column, shownColumns } from './columns.ts'

const place = 'shuke.columns'
const Columns = z.array(z.object({ key: z.string(), width: z.number().min(24).max(2000) }))

/** Which columns the list shows, and how wide. Only keys and widths are kept in the browser's storage, never data. */
export function useColumns(listed: readonly Field[]) {
  const [chosen, setChosen] = useState(read)

  const choose = (columns: readonly Column[] | null) => {
    setChosen(columns)
    if (columns) localStorage.setItem(place, JSON.stringify(columns))
    else localStorage.removeItem(place)
  }
  return { columns: shownColumns(chosen, listed), isUsual: chosen === null, choose }
}

function read(): readonly Column[] | null {
  try {
    return Columns.parse(JSON.parse(localStorage.getItem(place) ?? 'null'))
  } catch {
    return null
  }
}
