import { Button, Drawer } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OperationId } from '#contract/common.ts'
import type { HistoryEntry } from '#contract/operations.ts'
import { api } from '../lib/api.ts'
import { formatInstant } from '../lib/format.ts'
import { useLayout } from '../lib/layout.ts'
import { Pending } from '../ui/pending.tsx'
import { KeptRecords } from './kept-records.tsx'
import { canUndo, operationWords } from './operation-words.ts'
import { ChangedRecord } from './record-change.tsx'
import classes from './record-history.module.css'
import { type Undo, useUndo } from './use-undo.ts'

const pageSize = 50

interface RecordHistoryProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly entity: 'customer' | 'contact' | 'visit' | 'followUp'
  readonly id: number
  readonly name: string
}

/** Who changed what of a record, and when: value by value, newest first. */
export function RecordHistory({ opened, onClose, entity, id, name }: RecordHistoryProps) {
  const { t } = useTranslation(['history', 'common'])
  const undo = useUndo()
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    api.operations.ofRecord.infiniteOptions({
      input: (before: OperationId | null) => ({ entity, id, before, limit: pageSize }),
      initialPageParam: null,
      getNextPageParam: ({ entries, more }) => (more ? entries.at(-1)?.operation.id : undefined),
      enabled: opened,
    }),
  )
  const entries = data?.pages.flatMap((page) => page.entries) ?? []

  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('ofRecord', { name })}
      position="right"
      size={480}
      classNames={{ header: classes.header, title: classes.title, body: classes.body }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {isPending && <Pending />}
      {data && entries.length === 0 && <p className={classes.empty}>{t('ofRecordEmpty')}</p>}
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <Entry key={entry.operation.id} entry={entry} own={{ entity, id }} undo={undo} />
        ))}
      </ol>
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('older')}
        </Button>
      )}
    </Drawer>
  )
}

interface EntryProps {
  readonly entry: HistoryEntry
  readonly own: Pick<RecordHistoryProps, 'entity' | 'id'>
  readonly undo: Undo
}

function Entry({ entry: { operation, changes: all }, own, undo }: EntryProps) {
  const { t } = useTranslation(['history', 'common'])
  const { fields } = useLayout()
  const words = operationWords(t, operation, fields)
  // That the record itself was made or deleted is what the words above say.
  const changes = all.filter(({ entity, id, action }) => entity !== own.entity || id !== own.id || action === 'changed')
  const isBulk = (operation.subject.count ?? 1) > 1
  return (
    <li className={classes.entry} data-undone={operation.undoneBy !== null || undefined}>
      <div className={classes.head}>
        <span>
          <time>{formatInstant(operation.madeAt)}</time>
          {operation.staffName !== null && <span className={classes.who}>{operation.staffName}</span>}
        </span>
        {canUndo(operation) && !isBulk && (
          <Button
            leftSection={<IconArrowBackUp size={14} stroke={1.6} aria-hidden />}
            onClick={() => undo.run(operation.id)}
            loading={undo.busy === operation.id}
            aria-label={t('undoWhat', { what: words })}
          >
            {t('undo')}
          </Button>
        )}
      </div>
      <p className={classes.what}>
        {words}
        {operation.undoneBy !== null && <span className={classes.note}>{t('undone')}</span>}
        {canUndo(operation) && isBulk && <span className={classes.note}>{t('bulk')}</span>}
      </p>
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <ChangedRecord
              key={`${change.entity}-${change.id}-${change.values.map(({ field, to }) => `${field}${String(to)}`).join()}`}
              change={change}
              isOwn={change.entity === own.entity && change.id === own.id}
            />
          ))}
        </ul>
      )}
      {undo.kept?.of === operation.id && <KeptRecords kept={undo.kept} />}
    </li>
  )
}
