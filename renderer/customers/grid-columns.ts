import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import type { ComponentType } from 'react'
import type { CustomerRow } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { fieldLabel } from '../lib/layout.ts'
import { cellText } from './cell-text.ts'
import { ColumnHeading } from './column-heading.tsx'
import { type Column, fixedColumns, isFigure, rowValue, widthOf } from './columns.ts'
import { DueCell, GradeCell, TickAllHeader, TickCell } from './grid-cells.tsx'
import classes from './grid-columns.module.css'

type ColumnDefinition = ColDef<CustomerRow, FieldValue>

export const tickColumn = 'tick'

const renderers: Readonly<Record<string, ComponentType<ICellRendererParams<CustomerRow, FieldValue>>>> = {
  grade: GradeCell,
  nextContact: DueCell,
}

export function gridColumns(columns: readonly Column[], fields: readonly Field[]): ColumnDefinition[] {
  return [tick(), ...columns.flatMap((column, index) => gridColumn(column, fields, index === columns.length - 1))]
}

function tick(): ColumnDefinition {
  return {
    colId: tickColumn,
    headerComponent: TickAllHeader,
    cellRenderer: TickCell,
    cellClass: classes.middle ?? '',
    pinned: 'left',
    lockPosition: 'left',
    resizable: false,
    width: 36,
  }
}

function gridColumn(
  { field: key, width, pinned }: Column,
  fields: readonly Field[],
  isLast: boolean,
): ColumnDefinition[] {
  const field = fields.find((each) => each.key === key)
  if (!field) return []
  const figure = isFigure(field)
  const renderer = renderers[key]
  return [
    {
      colId: key,
      headerName: fieldLabel(field),
      headerComponent: ColumnHeading,
      headerClass: figure ? (classes.figureHead ?? '') : '',
      cellClass: cellClass(key, figure, renderer !== undefined),
      valueGetter: ({ data }) => (data ? rowValue(data, key) : null),
      valueFormatter: ({ data }) => (data ? cellText(field, data) : ''),
      width,
      // The last one takes what room is left, so that a row reaches the edge.
      ...(isLast ? { flex: 1, minWidth: Math.min(width, widthOf(key, fields)) } : {}),
      ...(pinned ? { pinned: 'left' as const } : {}),
      ...(fixedColumns.includes(key) ? { lockPosition: 'left' as const } : {}),
      ...(renderer ? { cellRenderer: renderer } : {}),
    },
  ]
}

function cellClass(key: string, figure: boolean, drawn: boolean): string {
  if (figure) return classes.figure ?? ''
  if (drawn) return classes.middle ?? ''
  return key === 'name' || key === 'phones' ? '' : (classes.quiet ?? '')
}
