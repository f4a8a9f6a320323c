import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Operation } from '#contract/operations.ts'
import { formatInstant } from '../lib/format.ts'
import { useLayout } from '../lib/layout.ts'
import { paths } from '../lib/navigation.ts'
import classes from './history.module.css'
import { KeptRecords } from './kept-records.tsx'
import { canUndo, operationWords } from './operation-words.ts'
import type { Undo } from './use-undo.ts'

interface OperationRowProps {
  readonly operation: Operation
  /** The operations around it, to name what an undo took back. */
  readonly all: readonly Operation[]
  readonly undo: Undo
}

export function OperationRow({ operation, all, undo }: OperationRowProps) {
  const { t } = useTranslation(['history', 'common'])
  const { fields } = useLayout()
  const undone = all.find(({ id }) => id === operation.undoes)
  const taker = all.find(({ id }) => id === operation.undoneBy)
  const words = undone ? t('undid', { what: operationWords(t, undone, fields) }) : operationWords(t, operation, fields)
  const { customerId } = operation.subject
  const kept = undo.kept?.of === operation.id ? undo.kept : null

  return (
    <li className={classes.row} data-undone={operation.undoneBy !== null || undefined}>
      <time className={classes.time}>{formatInstant(operation.madeAt).slice(11)}</time>
      <span className={classes.what}>
        {customerId === undefined ? <span>{words}</span> : <a href={paths.card(customerId)}>{words}</a>}
        {operation.undoneBy !== null && (
          <span className={classes.note}>
            {taker ? t('undoneAt', { at: formatInstant(taker.madeAt) }) : t('undone')}
          </span>
        )}
        {operation.subject.purged && <span className={classes.note}>{t('purged')}</span>}
      </span>
      <span className={classes.who}>{operation.staffName ?? ''}</span>
      <span className={classes.action}>
        {canUndo(operation) && (
          <Button
            leftSection={<IconArrowBackUp size={14} stroke={1.6} aria-hidden />}
            onClick={() => undo.run(operation.id)}
            loading={undo.busy === operation.id}
            aria-label={t('undoWhat', { what: words })}
          >
            {t('undo')}
          </Button>
        )}
      </span>
      {kept && <KeptRecords kept={kept} />}
    </li>
  )
}
