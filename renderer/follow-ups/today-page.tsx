import { keepPreviousData, usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { Today } from '#contract/follow-ups.ts'
import { api } from '../lib/api.ts'
import { copyPhone } from '../lib/copy.ts'
import { formatDayLong } from '../lib/format.ts'
import { useKeys } from '../lib/keys.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { useToday } from '../lib/start.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { Pending } from '../ui/pending.tsx'
import { AlmanacLine } from './almanac-line.tsx'
import { EditFollowUp } from './edit-follow-up.tsx'
import { TodayList } from './today-list.tsx'
import { comingRows, nowRows } from './today-rows.ts'
import { TodayStatus } from './today-status.tsx'
import classes from './today.module.css'
import { type Current, useCurrent } from './use-current.ts'

export interface QuickLogSlot {
  readonly customerId: CustomerId | null
  /** Whom the current row is about. */
  readonly suggestedId: CustomerId | null
  readonly onCustomerChange: (id: CustomerId | null) => void
  readonly onSaved: () => void
}

interface TodayPageProps {
  /** The line for a contact just had; L on a row fills in whom it was with. */
  readonly quickLog: (slot: QuickLogSlot) => ReactNode
}

const firstRead = 200
const mostRead = 500
const nothing = { count: 0, items: [] }

/** Whom to contact: overdue, today and in the coming days, worked off by key. */
export function TodayPage({ quickLog }: TodayPageProps) {
  const { t } = useTranslation('follow-ups')
  const today = useToday()
  const [limit, setLimit] = useState(firstRead)
  const reading = api.followUps.today.queryOptions({ input: { limit } })
  // Starts while the line above the lists still waits for its own.
  usePrefetchQuery(reading)
  const { data } = useQuery({ ...reading, placeholderData: keepPreviousData })
  const shown: Today = data ?? { today, overdue: nothing, dueToday: nothing, comingDays: nothing, doneToday: nothing }
  const now = nowRows(shown)
  const coming = comingRows(shown)
  const current = useCurrent([now, coming])
  const [logFor, setLogFor] = useState<CustomerId | null>(null)
  const [isEditing, setIsEditing] = useState(false)
  useRowKeys(current, () => setIsEditing(true))

  const more = limit < mostRead ? () => setLimit(mostRead) : null
  const isAllEmpty =
    data !== undefined && [shown.overdue, shown.dueToday, shown.comingDays, shown.doneToday].every(isEmpty)

  return (
    <Page
      title={t('title')}
      subtitle={
        <span className={classes.date}>
          {formatDayLong(today)}
          <AlmanacLine day={today} />
        </span>
      }
      flush
    >
      <div className={classes.today}>
        <div className={classes.log}>
          {quickLog({
            customerId: logFor,
            suggestedId: current.hasFocus ? (current.item?.customerId ?? null) : null,
            onCustomerChange: setLogFor,
            onSaved: () => current.ask(null),
          })}
        </div>
        {data === undefined && <Pending />}
        {isAllEmpty && (
          <div className={classes.empty}>
            <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
          </div>
        )}
        {data !== undefined && !isAllEmpty && (
          <div className={classes.columns}>
            <TodayList rows={now} current={current} label={t('now')} onMore={more} />
            <TodayList rows={coming} current={current} label={t('coming')} onMore={more} isComing />
          </div>
        )}
      </div>
      {current.item && (
        <EditFollowUp
          opened={isEditing}
          onClose={() => {
            setIsEditing(false)
            current.ask(null)
          }}
          id={current.item.id}
          customerId={current.item.customerId}
        />
      )}
      <TodayStatus today={data} />
    </Page>
  )
}

/** The keys of the page act on the current row, wherever on the page the focus is; an open question has its own. */
function useRowKeys(current: Current, edit: () => void): void {
  const { item, asking, ask, move, cross } = current
  useKeys(
    {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      ArrowLeft: cross,
      ArrowRight: cross,
      Enter: () => ask('complete'),
      s: () => ask('snooze'),
      r: () => ask('reschedule'),
      x: () => ask('skip'),
      e: edit,
      o: () => item && navigate(paths.card(item.customerId)),
      c: () => item?.phone && void copyPhone(item.phone),
    },
    { enabled: item !== null && asking === null },
  )
}

function isEmpty({ count }: { readonly count: number }): boolean {
  return count === 0
}
