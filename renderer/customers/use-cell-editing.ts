import type { GridApi } from 'ag-grid-community'
import { type RefObject, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { tell } from '../lib/announce.tsx'
import { fieldLabel } from '../lib/layout.ts'
import type { EditedCell } from './cell-editor.tsx'
import type { Move } from './value-editor.tsx'

interface CellEditing {
  readonly grid: GridApi<CustomerRow> | null
  readonly frame: RefObject<HTMLElement | null>
  readonly fields: readonly Field[]
  readonly columns: readonly string[]
}

/** Which cell is being edited, and the ways in and out. */
export function useCellEditing({ grid, frame, fields, columns }: CellEditing) {
  const { t } = useTranslation('customers')
  const [edited, setEdited] = useState<EditedCell | null>(null)

  const edit = (isTyped: boolean) => {
    const focused = grid?.getFocusedCell()
    const row = focused && grid?.getDisplayedRowAtIndex(focused.rowIndex)?.data
    const field = fields.find(({ key }) => key === focused?.column.getColId())
    if (!row || !field) return
    if (field.readOnly || field.storage === 'part') {
      if (!isTyped) tell(t('notInTheList', { field: fieldLabel(field) }))
      return
    }
    const box = boxOf(frame.current?.querySelector('.ag-cell-focus'), frame.current)
    // At once: the editor must have the focus before the browser puts the typed character in, so that it lands there,
    // also when it comes from an input method.
    if (box) flushSync(() => setEdited({ row, rowIndex: focused.rowIndex, field, isTyped, box }))
  }
  const stop = (move: Move) => {
    if (!edited || !grid) return
    setEdited(null)
    const step = { stay: 0, away: 0, next: 1, previous: -1 }[move]
    const column = columns[columns.indexOf(edited.field.key) + step] ?? edited.field.key
    if (move !== 'away') grid.setFocusedCell(edited.rowIndex, column)
  }
  return { edited, edit, stop, abandon: () => setEdited(null) }
}

function boxOf(cell: Element | null | undefined, frame: Element | null): EditedCell['box'] | null {
  if (!cell || !frame) return null
  const inside = cell.getBoundingClientRect()
  const outside = frame.getBoundingClientRect()
  return { left: inside.left - outside.left, top: inside.top - outside.top, width: inside.width }
}
