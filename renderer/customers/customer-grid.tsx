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
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerQuery, CustomerRow } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { isComposing, keyName } from '../lib/keys.ts'
import { styleNonce } from '../lib/nonce.ts'
import { gridTheme } from '../ui/grid-theme.ts'
import { CellEditor } from './cell-editor.tsx'
import type { Column } from './columns.ts'
import classes from './customer-grid.module.css'
import { gridColumns, tickColumn } from './grid-columns.ts'
import { GridProvider } from './grid-context.ts'
import { nextSort } from './list-sort.ts'
import { blockSize } from './selected-rows.ts'
import { everything, isSelected, nothing, type Selection } from './selection.ts'
import { useCellEditing } from './use-cell-editing.ts'
import { takeFocus, useGridPlace } from './use-grid-place.ts'
import { useGridRows } from './use-grid-rows.ts'
import { useTicks } from './use-ticks.ts'

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
  const frame = useRef<HTMLDivElement>(null)
  const definitions = useMemo(() => gridColumns(columns, fields), [columns, fields])
  const keys = columns.map(({ field }) => field)
  const ticks = useTicks({ query, columns: keys, selection, onSelect })
  const editing = useCellEditing({ grid, frame, fields, columns: keys })
  const { edited } = editing

  const focusedRow = () => {
    const focused = grid?.getFocusedCell()
    return focused ? (grid?.getDisplayedRowAtIndex(focused.rowIndex)?.data ?? null) : null
  }

  useGridRows({
    grid,
    query,
    columns: keys,
    onRows: () => {
      onCurrent(focusedRow())
      if (grid && document.activeElement === document.body) takeFocus(grid)
    },
  })
  useGridPlace(grid, total)

  useEffect(() => {
    grid?.setGridOption('context', { selection })
    grid?.refreshCells({ force: true })
  }, [grid, selection])

  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || !grid) return
    const heading = event.target.closest('.ag-header-cell')
    if (heading && event.key === 'Enter') {
      event.preventDefault()
      heading.querySelector<HTMLElement>('button, input')?.click()
    }
    if (heading && keyName(event) === 'alt+ArrowDown') {
      event.preventDefault()
      openMenu(heading)
    }
    if (!event.target.closest('.ag-cell')) return
    const focused = grid.getFocusedCell()
    if (!focused) return
    const row = focusedRow()
    const index = focused.rowIndex
    const column = focused.column.getColId()
    const tick = () => row && ticks.tick({ id: row.id, index }, false)
    const actions: Record<string, () => void> = {
      Enter: () => row && props.onOpen(row),
      ' ': column === tickColumn ? tick : props.onPreview,
      'ctrl+ ': tick,
      // The grid has moved on to the next row already.
      'shift+ArrowDown': () => void ticks.tickStretch(index - 1, index),
      'shift+ArrowUp': () => void ticks.tickStretch(index, index + 1),
      'ctrl+a': () => onSelect(everything),
      'ctrl+c': () => props.onCopy(row, column),
      Escape: () => onSelect(nothing),
      F2: () => editing.edit(false),
    }
    const name = keyName(event)
    const action = actions[name]
    if (action) {
      event.preventDefault()
      action()
    } else if (isComposing(event) || (name.length === 1 && !event.defaultPrevented)) editing.edit(true)
  }

  return (
    <div ref={frame} className={classes.frame} role="presentation" onKeyDown={press}>
      <GridProvider
        value={{
          selection,
          total,
          sort: query.sort,
          columns,
          onSort: (field, also) => onSort({ ...query, sort: nextSort(query.sort, field, also) }),
          onSortBy: (field, direction) => onSort({ ...query, sort: [{ field, direction }] }),
          onColumns,
          onTick: ticks.tick,
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
          onGridReady={({ api }) => {
            api.setGridAriaProperty('label', t('title'))
            setGrid(api)
          }}
          onCellFocused={(event: CellFocusedEvent<CustomerRow>) => {
            const row = event.rowIndex === null ? undefined : grid?.getDisplayedRowAtIndex(event.rowIndex)?.data
            onCurrent(row ?? null)
          }}
          onCellDoubleClicked={({ data }) => data && props.onOpen(data)}
          onColumnMoved={(event: ColumnMovedEvent<CustomerRow>) => {
            if (event.finished) onColumns(columnsOf(event.api, columns, null))
          }}
          onColumnResized={(event: ColumnResizedEvent<CustomerRow>) => {
            if (event.finished && event.source === 'uiColumnResized')
              onColumns(columnsOf(event.api, columns, event.column?.getColId() ?? null))
          }}
          onBodyScroll={() => edited && editing.abandon()}
        />
      </GridProvider>
      {edited && <CellEditor key={`${edited.row.id}-${edited.field.key}`} cell={edited} onClose={editing.stop} />}
    </div>
  )
}

// The page says itself that there is nothing.
const noOverlays: OverlayType[] = ['noRows', 'loading']

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

/** The menu of a heading, which the pointer opens by a right click. */
function openMenu(heading: Element): void {
  const { left, bottom } = heading.getBoundingClientRect()
  const click = new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom })
  heading.querySelector('button')?.dispatchEvent(click)
}

function isAll(selection: Selection): boolean {
  return selection.mode === 'allBut' && selection.except.size === 0
}

/** As they stand in the grid. The last one takes what room is left, which is not its width until it is given one. */
function columnsOf(grid: GridApi<CustomerRow>, known: readonly Column[], resized: string | null): Column[] {
  return grid
    .getAllDisplayedColumns()
    .filter((column) => column.getColId() !== tickColumn)
    .map((column) => {
      const field = column.getColId()
      const before = known.find((each) => each.field === field)
      const width = field === resized || !before ? Math.round(column.getActualWidth()) : before.width
      return { field, width, pinned: column.isPinned() }
    })
}
