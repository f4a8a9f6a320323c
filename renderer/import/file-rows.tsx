import {
  CellStyleModule,
  type ColDef,
  type GridApi,
  type IDatasource,
  InfiniteRowModelModule,
  ModuleRegistry,
  RowStyleModule,
  ScrollApiModule,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportColumn, ImportSource, Inspection } from '#contract/imports.ts'
import { client } from '../lib/api.ts'
import { styleNonce } from '../lib/nonce.ts'
import { showError } from '../lib/show-error.ts'
import { gridTheme } from '../ui/grid-theme.ts'
import classes from './file-rows.module.css'

ModuleRegistry.registerModules([InfiniteRowModelModule, CellStyleModule, RowStyleModule, ScrollApiModule])

interface FileRow {
  readonly row: number
  readonly isHidden: boolean
  readonly cells: readonly { readonly text: string; readonly mark: 'rounded' | 'error' | null }[]
}

interface FileRowsProps {
  readonly sheet: Inspection
  readonly columns: readonly ImportColumn[]
  /** The column at hand, tinted here as in the table above. */
  readonly current: number | null
  /** Numbers of the rows to show; null for all. */
  readonly only: readonly number[] | null
}

const pageSize = 100

/** The rows of the file as they stand in it, however many there are. */
export function FileRows({ sheet, columns, current, only }: FileRowsProps) {
  const { t } = useTranslation('import')
  const grid = useRef<GridApi<FileRow>>(null)
  const datasource = useMemo(() => datasourceOf(sheet.source, sheet.rowCount, only), [sheet, only])
  const columnDefs = useMemo(() => columnDefsOf(columns, current, t('row')), [columns, current, t])

  useEffect(() => {
    if (current !== null) grid.current?.ensureColumnVisible(`c${current}`)
  }, [current])

  return (
    <div className={classes.rows}>
      <AgGridReact<FileRow>
        theme={gridTheme}
        styleNonce={styleNonce()}
        rowModelType="infinite"
        cacheBlockSize={pageSize}
        datasource={datasource}
        columnDefs={columnDefs}
        defaultColDef={defaultColDef}
        getRowClass={({ data }) => (data?.isHidden ? classes.hiddenRow : undefined)}
        onGridReady={({ api }) => {
          grid.current = api
        }}
      />
    </div>
  )
}

const defaultColDef: ColDef<FileRow> = { sortable: false, suppressMovable: true, width: 120, minWidth: 60 }

function columnDefsOf(columns: readonly ImportColumn[], current: number | null, rowLabel: string): ColDef<FileRow>[] {
  return [
    { colId: 'row', headerName: rowLabel, field: 'row', width: 64, pinned: 'left', cellClass: classes.rowNumber ?? '' },
    ...columns.map((column): ColDef<FileRow> => {
      const tint = column.index === current ? classes.current : undefined
      const off = column.plan.to.kind === 'skip' ? classes.skipped : undefined
      return {
        colId: `c${column.index}`,
        headerName: column.header,
        headerClass: tint ?? '',
        width: widthOf(column),
        valueGetter: ({ data }) => data?.cells[column.index]?.text,
        cellClass: ({ data }) =>
          [tint, off, data?.cells[column.index]?.mark ? classes.marked : undefined].filter(
            (name) => name !== undefined,
          ),
      }
    }),
  ]
}

/** Wide enough for what stands in it, as far as one can tell by its first value. */
function widthOf({ header, firstValue }: ImportColumn): number {
  const longest = Math.max(
    ...[header, firstValue].map((text) => [...text].reduce((sum, letter) => sum + width(letter), 0)),
  )
  return Math.min(240, Math.max(88, 32 + longest))
}

function width(letter: string): number {
  return letter > '\u2E7F' ? 13 : 7.5
}

function datasourceOf(source: ImportSource, rowCount: number, only: readonly number[] | null): IDatasource {
  return {
    rowCount: only?.length ?? rowCount,
    getRows({ startRow, successCallback, failCallback }) {
      const wanted = only?.slice(startRow, startRow + pageSize) ?? null
      const offset = only ? 0 : startRow
      client.imports.rows({ source, offset, limit: pageSize, only: wanted }).then(
        ({ rows }) => successCallback(rows, only?.length ?? rowCount),
        (error: unknown) => {
          failCallback()
          showError(error)
        },
      )
    },
  }
}
