import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { ValueSource } from '#contract/duplicates.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { isDialogOpen, useKeys, useSaveKey } from '../lib/keys.ts'
import { goBack, navigate, paths } from '../lib/navigation.ts'
import { isMac } from '../lib/platform.ts'
import { domainError } from '../lib/show-error.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Keys } from '../ui/key-cap.tsx'
import { Page } from '../ui/page.tsx'
import { Pending } from '../ui/pending.tsx'
import { StatusBar } from '../ui/status-bar.tsx'
import { type Comparison, movedTo } from './comparison.ts'
import { comparedAtOnce } from './found-groups.ts'
import classes from './merge-page.module.css'
import { MergeTable } from './merge-table.tsx'

interface MergePageProps {
  readonly ids: readonly CustomerId[]
  /** The cards were merged into `survivor`, or with null found to be different customers. */
  readonly onSettled: (ids: readonly CustomerId[], survivor: CustomerId | null) => void
}

/** Cards side by side: which of them stays, and whose value where they differ. */
export function MergePage({ ids, onSettled }: MergePageProps) {
  const { t } = useTranslation('duplicates')
  const shown = ids.slice(0, comparedAtOnce)
  const [isMerging, setMerging] = useState(false)
  const { data, error } = useQuery(
    api.duplicates.compare.queryOptions({
      input: { ids: shown },
      // Everything is asked again after a write; but of these cards all but one will be gone by then.
      enabled: !isMerging,
      meta: { ownErrors: true },
    }),
  )
  if (error) {
    return (
      <Page title={t('merge.title')}>
        <EmptyState
          title={domainError(error) ? t('merge.tooFew') : t('merge.failed')}
          action={
            <Button onClick={() => navigate(paths.duplicates)} autoFocus>
              {t('merge.toList')}
            </Button>
          }
        >
          {domainError(error) && t('merge.tooFewText')}
        </EmptyState>
      </Page>
    )
  }
  if (!data) {
    return (
      <Page title={t('merge.title')}>
        <Pending />
      </Page>
    )
  }
  return <Merge comparison={data} left={ids.length - shown.length} onSettled={onSettled} onMerging={setMerging} />
}

interface MergeProps extends Pick<MergePageProps, 'onSettled'> {
  readonly comparison: Comparison
  /** Cards of the same choice that do not fit beside these. */
  readonly left: number
  readonly onMerging: (isMerging: boolean) => void
}

function Merge({ comparison, left, onSettled, onMerging }: MergeProps) {
  const { t } = useTranslation(['duplicates', 'common'])
  const { cards, differences } = comparison
  const [survivor, setSurvivor] = useState(comparison.survivor)
  const [values, setValues] = useState<Readonly<Record<string, ValueSource>>>(() =>
    Object.fromEntries(differences.map(({ field, suggested }) => [field, suggested])),
  )
  const page = useRef<HTMLDivElement>(null)
  const merge = useMutation(api.duplicates.merge.mutationOptions())
  const keepApart = useMutation(api.duplicates.keepApart.mutationOptions())
  const isBusy = merge.isPending || keepApart.isPending
  const ids = cards.map(({ id }) => id)
  const names = [...new Set(cards.map(({ name }) => name))].join(t('common:comma'))
  const back = () => goBack(paths.duplicates)

  const submit = () => {
    if (isBusy) return
    onMerging(true)
    const others = ids.filter((id) => id !== survivor)
    merge.mutate(
      { survivor, others, values: { ...values } },
      {
        onSuccess({ operationId }) {
          const named = values['name'] ?? survivor
          const name = cards.find(({ id }) => id === named)?.name ?? ''
          announce({ message: t('merge.merged', { name }), operationId })
          onSettled(ids, survivor)
        },
        onError: () => onMerging(false),
      },
    )
  }
  const sayApart = () => {
    keepApart.mutate(
      { ids },
      {
        onSuccess({ operationId }) {
          announce({ message: t('group.keptApart', { names }), operationId })
          onSettled(ids, null)
        },
      },
    )
  }

  useEffect(() => page.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  useSaveKey(true, () => {
    if (!isDialogOpen()) submit()
  })
  useKeys({ Escape: back })

  return (
    <Page
      title={t('merge.title')}
      subtitle={
        differences.length > 0 ? t('merge.differences', { count: differences.length }) : t('merge.noDifference')
      }
      actions={<Button onClick={back}>{t('merge.back')}</Button>}
      flush
    >
      <div className={classes.page} ref={page}>
        <MergeTable
          comparison={comparison}
          survivor={survivor}
          onSurvivor={setSurvivor}
          values={values}
          onValue={(field, source) => setValues({ ...values, [field]: source })}
        />
        {left > 0 && <p className={classes.left}>{t('merge.left', { count: left })}</p>}
      </div>
      <div className={classes.foot}>
        <Moves comparison={comparison} survivor={survivor} />
        <Button onClick={sayApart} loading={keepApart.isPending}>
          {t('group.keepApart')}
        </Button>
        <Button
          variant="filled"
          onClick={submit}
          loading={merge.isPending}
          rightSection={<Keys keys={[isMac ? '⌘' : 'Ctrl', 'Enter']} />}
        >
          {t('merge.merge')}
        </Button>
      </div>
      <StatusBar
        keys={[
          { keys: ['←', '→'], label: t('key.choose') },
          { keys: ['Tab'], label: t('key.nextItem') },
          { keys: ['Ctrl', 'Enter'], label: t('key.merge') },
          { keys: ['Esc'], label: t('key.back') },
        ]}
      />
    </Page>
  )
}

/** What goes where, before it does. */
function Moves({ comparison, survivor }: { readonly comparison: Comparison; readonly survivor: CustomerId }) {
  const { t } = useTranslation(['duplicates', 'common'])
  const { cards } = comparison
  const name = cards.find(({ id }) => id === survivor)?.name ?? ''
  const going = cards.filter(({ id }) => id !== survivor).map(({ number }) => number)
  const { visits, followUps, contacts, attachments } = movedTo(comparison, survivor)
  const what = [
    visits > 0 && t('merge.visits', { count: visits }),
    followUps > 0 && t('merge.followUps', { count: followUps }),
    contacts > 0 && t('merge.contactCount', { count: contacts }),
    attachments > 0 && t('merge.files', { count: attachments }),
  ].filter((part) => part !== false)
  return (
    <p className={classes.moves} role="status">
      {what.length > 0 ? t('merge.moves', { what: what.join(t('common:comma')), name }) : t('merge.movesNothing')}
      {t('merge.goes', { numbers: going.join(t('common:comma')) })}
    </p>
  )
}
