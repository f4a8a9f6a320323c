import {
  CellStyleModule,
  type CellFocusedEvent,
  ColumnApiModule,
  type ColumnMovedEvent,
  type ColumnResizedEvent,
  type GridApi,
  InfiniteRowModelModule,
  ModuleRegistry,
  type OverlayType,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { CustomerQuery, CustomerRow } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { tell } from '../lib/announce.tsx'
import { isComposing, keyName } from '../lib/keys.ts'
import { fieldLabel } from '../lib/layout.ts'
import { styleNonce } from '../lib/nonce.ts'
import { gridTheme } from '../ui/grid-theme.ts'
import { CellEditor, type EditedCell } from './cell-editor.tsx'
import type { Column } from './columns.ts'
import classes from './customer-grid.module.css'
import { gridColumns, tickColumn } from './grid-columns.ts'
import { GridProvider } from './grid-context.ts'
import { nextSort } from './list-sort.ts'
import { blockSize } from './selected-rows.ts'
import { everything, isSelected, nothing, type PlacedId, type Selection, withRows } from './selection.ts'
import { useListPlace } from './use-customer-list.ts'
import { useGridRows } from './use-grid-rows.ts'
import type { Move } from './value-editor.tsx'

ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  CellStyleModule,
  ColumnApiModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
])

interface CustomerGridProps {
  readonly query: CustomerQuery
  readonly total: number
  readonly fields: readonly Field[]
  readonly columns: readonly Column[]
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onSort: (query: CustomerQuery) => void
  readonly onColumns: (columns: readonly Column[]) => void
  readonly onCurrent: (row: CustomerRow | null) => void
  readonly onOpen: (row: CustomerRow) => void
  readonly onPreview: () => void
  readonly onCopy: (row: CustomerRow | null, column: string) => void
}

export function CustomerGrid(props: CustomerGridProps) {
  const { query, total, fields, columns, selection, onSelect, onSort, onColumns, onCurrent } = props
  const { t } = useTranslation('customers')
  const [grid, setGrid] = useState<GridApi<CustomerRow> | null>(null)
  const [edited, setEdited] = useState<EditedCell | null>(null)
  const [place, keepPlace] = useListPlace()
  const lastTicked = useRef<number | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const definitions = useMemo(() => gridColumns(columns, fields), [columns, fields])

  const focusedRow = () => {
    const focused = grid?.getFocusedCell()
    return focused ? (grid?.getDisplayedRowAtIndex(focused.rowIndex)?.data ?? null) : null
  }

  useGridRows({
    grid,
    query,
    columns: columns.map(({ key }) => key),
    onRows: () => {
      onCurrent(focusedRow())
      if (grid && document.activeElement === document.body) takeFocus(grid)
    },
  })

  useEffect(() => {
    grid?.setGridOption('context', { selection })
    grid?.refreshCells({ force: true })
  }, [grid, selection])

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

  const rowsBetween = (from: number, to: number): PlacedId[] =>
    range(Math.min(from, to), Math.max(from, to)).flatMap((index) => {
      const row = grid?.getDisplayedRowAtIndex(index)?.data
      return row ? [{ id: row.id, index }] : []
    })

  const tick = (row: CustomerRow, rowIndex: number, extend: boolean) => {
    const isTicked = isSelected(selection, row.id)
    const from = extend ? (lastTicked.current ?? rowIndex) : rowIndex
    lastTicked.current = rowIndex
    onSelect(withRows(selection, rowsBetween(from, rowIndex), extend || !isTicked))
  }

  const edit = (isTyped: boolean) => {
    const focused = grid?.getFocusedCell()
    const row = focusedRow()
    const field = fields.find(({ key }) => key === focused?.column.getColId())
    if (!focused || !row || !field) return
    if (field.readOnly || field.storage === 'part') {
      if (!isTyped) tell(t('notInTheList', { field: fieldLabel(field) }))
      return
    }
    const box = boxOf(frame.current?.querySelector('.ag-cell-focus'), frame.current)
    if (box) flushSync(() => setEdited({ row, rowIndex: focused.rowIndex, field, isTyped, box }))
  }

  const stopEditing = (move: Move) => {
    if (!edited || !grid) return
    setEdited(null)
    const keys = columns.map(({ key }) => key)
    const step = { stay: 0, away: 0, next: 1, previous: -1 }[move]
    grid.setFocusedCell(edited.rowIndex, keys[keys.indexOf(edited.field.key) + step] ?? edited.field.key)
  }

  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || !event.target.closest('.ag-cell') || !grid) return
    const name = keyName(event)
    const focused = grid.getFocusedCell()
    const row = focusedRow()
    const keys: Record<string, () => void> = {
      Enter: () => row && props.onOpen(row),
      ' ': () => (focused?.column.getColId() === tickColumn ? keys['ctrl+ ']?.() : props.onPreview()),
      'ctrl+ ': () => row && focused && tick(row, focused.rowIndex, false),
      'shift+ArrowDown': () =>
        focused && onSelect(withRows(selection, rowsBetween(focused.rowIndex - 1, focused.rowIndex), true)),
      'shift+ArrowUp': () =>
        focused && onSelect(withRows(selection, rowsBetween(focused.rowIndex, focused.rowIndex + 1), true)),
      'ctrl+a': () => onSelect(everything),
      'ctrl+c': () => focused && props.onCopy(row, focused.column.getColId()),
      Escape: () => onSelect(nothing),
      F2: () => edit(false),
    }
    const action = keys[name]
    if (action) {
      event.preventDefault()
      action()
    } else if (isComposing(event) || (name.length === 1 && !event.defaultPrevented)) {
      // The editor takes the focus before the browser puts the character in, so it lands there, also under an input method.
      edit(true)
    }
  }

  return (
    <div ref={frame} className={classes.frame} role="presentation" onKeyDown={press}>
      <GridProvider
        value={{
          selection,
          total,
          sort: query.sort,
          onSort: (field, also) => onSort({ ...query, sort: nextSort(query.sort, field, also) }),
          onTick: tick,
          onTickAll: () => onSelect(isAll(selection) ? nothing : everything),
        }}
      >
        <AgGridReact<CustomerRow>
          theme={gridTheme}
          styleNonce={styleNonce()}
          context={atFirst}
          rowModelType="infinite"
          columnDefs={definitions}
          defaultColDef={defaultColumn}
          cacheBlockSize={blockSize}
          maxBlocksInCache={8}
          infiniteInitialRowCount={total}
          maxConcurrentDatasourceRequests={2}
          suppressDragLeaveHidesColumns
          suppressColumnMoveAnimation
          suppressMultiSort
          suppressOverlays={noOverlays}
          animateRows={false}
          onGridReady={({ api }) => setGrid(api)}
          onCellFocused={(event: CellFocusedEvent<CustomerRow>) => {
            const row = event.rowIndex === null ? undefined : grid?.getDisplayedRowAtIndex(event.rowIndex)?.data
            onCurrent(row ?? null)
          }}
          onCellDoubleClicked={({ data }) => data && props.onOpen(data)}
          onColumnMoved={(event: ColumnMovedEvent<CustomerRow>) => {
            if (event.finished) onColumns(columnsOf(event.api))
          }}
          onColumnResized={(event: ColumnResizedEvent<CustomerRow>) => {
            if (event.finished && event.source === 'uiColumnResized') onColumns(columnsOf(event.api))
          }}
          onBodyScroll={() => edited && setEdited(null)}
        />
      </GridProvider>
      {edited && <CellEditor key={`${edited.row.id}-${edited.field.key}`} cell={edited} onClose={stopEditing} />}
    </div>
  )
}

// The page says itself that there is nothing.
const noOverlays: OverlayType[] = ['noRows', 'loading']

const rowHeight = 28

const atFirst = { selection: nothing }

const defaultColumn = {
  sortable: false,
  resizable: true,
  suppressHeaderMenuButton: true,
  cellClassRules: {
    [classes.selected ?? 'selected']: ({ data, context }: CellClassParameters) =>
      data !== undefined && isSelected(context.selection, data.id),
  },
}

interface CellClassParameters {
  readonly data: CustomerRow | undefined
  readonly context: { readonly selection: Selection }
}

/** The keys work as soon as there are rows, with no click first. */
function takeFocus(grid: GridApi<CustomerRow>): void {
  const focused = grid.getFocusedCell()
  // The rows are drawn in the next frame.
  requestAnimationFrame(() => {
    if (!grid.isDestroyed()) grid.setFocusedCell(focused?.rowIndex ?? 0, focused?.column ?? 'name')
  })
}

function isAll(selection: Selection): boolean {
  return selection.mode === 'allBut' && selection.except.size === 0
}

function columnsOf(grid: GridApi<CustomerRow>): Column[] {
  return grid
    .getAllDisplayedColumns()
    .filter((column) => column.getColId() !== tickColumn)
    .map((column) => ({ key: column.getColId(), width: column.getActualWidth() }))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}

function boxOf(cell: Element | null | undefined, frame: Element | null): EditedCell['box'] | null {
  if (!cell || !frame) return null
  const inside = cell.getBoundingClientRect()
  const outside = frame.getBoundingClientRect()
  return { left: inside.left - outside.left, top: inside.top - outside.top, width: inside.width }
}
