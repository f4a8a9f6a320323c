import { useTranslation } from 'react-i18next'
import type { Operation } from '#contract/operations.ts'
import { formatDayLong } from '../lib/format.ts'
import type { OperationsOfDay } from './days-of.ts'
import classes from './history.module.css'
import { OperationRow } from './operation-row.tsx'
import type { Undo } from './use-undo.ts'

interface HistoryDayProps extends OperationsOfDay {
  readonly all: readonly Operation[]
  readonly undo: Undo
}

export function HistoryDay({ on, operations, all, undo }: HistoryDayProps) {
  const { t } = useTranslation('history')
  return (
    <section aria-label={formatDayLong(on)}>
      <h2 className={classes.day}>
        {formatDayLong(on)}
        <span className={classes.count}>{t('steps', { count: operations.length })}</span>
      </h2>
      <ul className={classes.rows}>
        {operations.map((operation) => (
          <OperationRow key={operation.id} operation={operation} all={all} undo={undo} />
        ))}
      </ul>
    </section>
  )
}
