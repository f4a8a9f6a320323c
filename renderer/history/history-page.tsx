import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OperationId } from '#contract/common.ts'
import { api } from '../lib/api.ts'
import { commandKey } from '../lib/commands.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { Pending } from '../ui/pending.tsx'
import { StatusBar } from '../ui/status-bar.tsx'
import { daysOf } from './days-of.ts'
import { HistoryDay } from './history-day.tsx'
import classes from './history.module.css'
import { useUndo } from './use-undo.ts'

const pageSize = 100

/** Everything that was done, newest first, each with its way back. */
export function HistoryPage() {
  const { t } = useTranslation(['history', 'common'])
  const undo = useUndo()
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    api.operations.list.infiniteOptions({
      input: (before: OperationId | null) => ({ before, limit: pageSize }),
      initialPageParam: null,
      getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.id),
    }),
  )
  const operations = data?.pages.flat() ?? []

  return (
    <Page title={t('title')} subtitle={t('subtitle')} flush>
      <div className={classes.list}>
        {isPending && <Pending />}
        {!isPending && operations.length === 0 && <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
        {daysOf(operations).map((day) => (
          <HistoryDay key={day.on} {...day} all={operations} undo={undo} />
        ))}
        {hasNextPage && (
          <div className={classes.more}>
            <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
              {t('older')}
            </Button>
          </div>
        )}
      </div>
      <StatusBar
        keys={[
          { keys: ['Tab'], label: t('key.move') },
          { keys: ['Enter'], label: t('key.act') },
          { keys: commandKey('undo'), label: t('key.undoLast') },
        ]}
      />
    </Page>
  )
}
