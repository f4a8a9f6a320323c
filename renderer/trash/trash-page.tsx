import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TrashEntity, type TrashEntry } from '#contract/trash.ts'
import { api } from '../lib/api.ts'
import { formatNumber } from '../lib/format.ts'
import { useKeys } from '../lib/keys.ts'
import { ChoiceInput } from '../ui/choice-input.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { Pending } from '../ui/pending.tsx'
import { PurgeDialog } from './purge-dialog.tsx'
import { type Ticked, withTick } from './ticked.ts'
import { TrashBar } from './trash-bar.tsx'
import classes from './trash-page.module.css'
import { TrashTable } from './trash-table.tsx'
import { useRestore } from './use-restore.ts'

const pageSize = 100
const nothing: Ticked = new Map()

/** What was deleted and can still be brought back. */
export function TrashPage() {
  const { t } = useTranslation(['trash', 'common'])
  const [text, setText] = useState('')
  const [kind, setKind] = useState<TrashEntity | null>(null)
  const [page, setPage] = useState(0)
  const [ticked, setTicked] = useState(nothing)
  const [asking, setAsking] = useState<'ticked' | 'all' | null>(null)
  const [sought] = useDebouncedValue(text, 150)
  const search = useRef<HTMLInputElement>(null)

  const input = { text: sought, entity: kind, offset: page * pageSize, limit: pageSize }
  const { data, isPending } = useQuery(api.trash.list.queryOptions({ input, placeholderData: keepPreviousData }))
  const entries = data?.entries ?? []
  const count = data?.count ?? 0
  // The last page went with its last entry.
  if (data && page > 0 && entries.length === 0) setPage(0)

  const restore = useRestore(() => setTicked(nothing))
  const restoreTicked = () => restore.run([...ticked.values()])
  const tick = (some: readonly TrashEntry[], isTicked: boolean) => setTicked(withTick(ticked, some, isTicked))
  const seek = (change: () => void) => {
    change()
    setPage(0)
  }
  useKeys({ '/': () => search.current?.focus() })

  const isFiltered = sought !== '' || kind !== null
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      actions={count > 0 && !isFiltered && <Button onClick={() => setAsking('all')}>{t('empty')}</Button>}
      flush
    >
      <div className={classes.tools}>
        <TextInput
          ref={search}
          className={classes.search}
          value={text}
          onChange={(event) => seek(() => setText(event.currentTarget.value))}
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
        />
        <ChoiceInput
          name={t('kindLabel')}
          placeholder={t('kindAll')}
          options={TrashEntity.options.map((key) => ({ key, label: t(`kind.${key}`) }))}
          value={kind}
          onChange={(key) => seek(() => setKind(TrashEntity.safeParse(key).data ?? null))}
        />
        <span className={classes.pages}>
          {count > pageSize && (
            <>
              <span>
                {t('range', {
                  from: formatNumber(page * pageSize + 1),
                  to: formatNumber(page * pageSize + entries.length),
                })}
              </span>
              <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
                {t('previous')}
              </Button>
              <Button disabled={(page + 1) * pageSize >= count} onClick={() => setPage(page + 1)}>
                {t('next')}
              </Button>
            </>
          )}
        </span>
      </div>
      <div className={classes.list}>
        {isPending && <Pending />}
        {data && count === 0 && (
          <EmptyState title={t(isFiltered ? 'noneTitle' : 'emptyTitle')}>
            {t(isFiltered ? 'noneText' : 'emptyText')}
          </EmptyState>
        )}
        {entries.length > 0 && (
          <TrashTable
            entries={entries}
            ticked={ticked}
            onTick={tick}
            onRestore={(entry) => (ticked.size > 0 ? restoreTicked() : restore.run([entry]))}
            onPurge={(entry) => {
              if (ticked.size === 0) tick([entry], true)
              setAsking('ticked')
            }}
            isBusy={restore.isBusy}
          />
        )}
      </div>
      <TrashBar
        count={count}
        ticked={ticked}
        isBusy={restore.isBusy}
        onRestore={restoreTicked}
        onPurge={() => setAsking('ticked')}
      />
      <PurgeDialog
        asking={asking}
        ticked={ticked}
        count={count}
        onClose={() => setAsking(null)}
        onPurged={() => setTicked(nothing)}
      />
    </Page>
  )
}
