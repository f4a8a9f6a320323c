import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../lib/format.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { errorMessage } from '../lib/show-error.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import classes from './find-page.module.css'
import type { FoundGroups } from './found-groups.ts'
import { GroupList } from './group-list.tsx'
import type { Found } from './use-found.ts'

/** Looks for cards that are probably one customer, and lists them by how sure that is. */
export function FindPage({ found: search }: { readonly found: Found }) {
  const { t } = useTranslation('duplicates')
  const { found, isRunning } = search
  const hasList = found !== null && !isRunning
  return (
    <Page
      title={t('find.title')}
      subtitle={hasList && found.groups.length > 0 ? <FoundCount found={found} /> : undefined}
      actions={hasList && <Button onClick={search.start}>{t('find.again')}</Button>}
      flush
    >
      <div className={classes.page}>{isRunning ? <Running search={search} /> : <Outcome search={search} />}</div>
    </Page>
  )
}

function FoundCount({ found: { groups, count } }: { readonly found: FoundGroups }) {
  const { t } = useTranslation('duplicates')
  if (count <= groups.length) return t('find.found', { count })
  return t('find.shown', { count, shown: formatNumber(groups.length) })
}

function Outcome({ search }: { readonly search: Found }) {
  const { t } = useTranslation('duplicates')
  const { found, error, wasStopped, settle, start } = search
  if (found && found.groups.length > 0) {
    return <GroupList groups={found.groups} onKeptApart={(ids) => void settle(ids, null)} />
  }
  if (found && !error && !wasStopped) return <Nothing found={found} onStart={start} />
  return (
    <EmptyState
      title={t('find.question')}
      action={
        <Button variant="filled" onClick={start} autoFocus>
          {t('find.start')}
        </Button>
      }
    >
      {t('find.explained')}
      {(error !== null || wasStopped) && (
        <p className={error ? classes.problem : classes.note} role="alert">
          {error ? errorMessage(error) : t('find.stopped')}
        </p>
      )}
    </EmptyState>
  )
}

/** Everything on the list is settled, or there was nothing to begin with. */
function Nothing({ found, onStart }: { readonly found: FoundGroups; readonly onStart: () => void }) {
  const { t } = useTranslation('duplicates')
  if (found.count > 0) {
    return (
      <EmptyState
        title={t('find.restTitle', { count: found.count })}
        action={
          <Button variant="filled" onClick={onStart} autoFocus>
            {t('find.again')}
          </Button>
        }
      />
    )
  }
  const outcome = found.foundAtFirst > 0 ? 'done' : 'none'
  return (
    <EmptyState
      title={t(`find.${outcome}Title`)}
      action={
        <Button onClick={() => navigate(paths.customers)} autoFocus>
          {t('find.toCustomers')}
        </Button>
      }
    >
      {t(`find.${outcome}Text`)}
    </EmptyState>
  )
}

function Running({ search: { progress, stop } }: { readonly search: Found }) {
  const { t } = useTranslation('duplicates')
  const { done = 0, total = 0 } = progress ?? {}
  const isRead = total > 0 && done >= total
  return (
    <div className={classes.running}>
      <p className={classes.title} role="status">
        {isRead ? t('find.finishing') : t('find.running')}
      </p>
      <Progress
        className={classes.progress}
        value={total > 0 ? (100 * done) / total : 0}
        size={4}
        aria-label={t('find.progress')}
      />
      <p className={classes.note}>
        {total > 0 && t('find.counts', { done: formatNumber(done), total: formatNumber(total) })}
      </p>
      <Button onClick={stop} autoFocus>
        {t('find.stop')}
      </Button>
    </div>
  )
}
