import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportColumn, ImportTarget } from '#contract/imports.ts'
import { isComposing, keyName } from '../lib/keys.ts'
import { ColumnRow } from './column-row.tsx'
import classes from './columns-step.module.css'
import type { ShownRows } from './file-rows-pane.tsx'
import { clashingColumns, hasName, planWith } from './import-plan.ts'
import type { Importing } from './use-import.ts'
import { useTargets } from './use-targets.ts'

interface ColumnsStepProps {
  readonly work: Importing
  readonly current: number | null
  readonly onCurrent: (column: number) => void
  readonly onShow: (rows: ShownRows) => void
}

/** Where each column of the file goes. One moves through the columns by key; each row's button is what has the focus. */
export function ColumnsStep({ work, current, onCurrent, onShow }: ColumnsStepProps) {
  const { t } = useTranslation('import')
  const targets = useTargets()
  const table = useRef<HTMLTableElement>(null)
  const clashing = clashingColumns(work.columns)
  const at = current ?? 0

  const send = (column: ImportColumn, to: ImportTarget) => work.changeColumn(planWith(column.plan, to))
  const press = (column: ImportColumn, event: KeyboardEvent) => {
    if (isComposing(event)) return
    const action = {
      ArrowDown: () => focusColumn(column.index + 1),
      ArrowUp: () => focusColumn(column.index - 1),
      Home: () => focusColumn(0),
      End: () => focusColumn(work.columns.length - 1),
      n: () => send(column, { kind: 'newField', label: column.header, type: 'text' }),
      Delete: () => send(column, { kind: 'skip' }),
    }[keyName(event.nativeEvent)]
    if (!action) return
    event.preventDefault()
    action()
  }
  const focusColumn = (index: number) => {
    table.current?.querySelector<HTMLElement>(`[data-column="${index}"]`)?.focus()
  }
  useEffect(() => {
    table.current?.querySelector<HTMLElement>('[data-column]')?.focus()
  }, [table])

  return (
    <div className={classes.columns}>
      {!hasName(work.columns) && (
        <p className={classes.problem} role="alert">
          {t('nameNeeded')}
        </p>
      )}
      <table className={classes.table} ref={table}>
        <colgroup>
          <col className={classes.letterColumn} />
          <col className={classes.headerColumn} />
          <col className={classes.valueColumn} />
          <col className={classes.targetColumn} />
          <col className={classes.statusColumn} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('table.column')}</th>
            <th scope="col">{t('table.header')}</th>
            <th scope="col">{t('table.firstValue')}</th>
            <th scope="col">{t('table.target')}</th>
            <th scope="col">{t('table.status')}</th>
            <th scope="col">{t('table.how')}</th>
          </tr>
        </thead>
        <tbody>
          {work.columns.map((column) => (
            <ColumnRow
              key={column.index}
              column={column}
              isCurrent={column.index === current}
              isEntry={column.index === at}
              isClashing={clashing.has(column.index)}
              targets={targets}
              onFocus={() => onCurrent(column.index)}
              onKey={(event) => press(column, event)}
              onSend={(to) => send(column, to)}
              onDayOrder={(dayOrder) => work.changeColumn({ ...column.plan, dayOrder })}
              onShow={onShow}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
