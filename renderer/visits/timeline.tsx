import { useMutation } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { TimelineKind, Visit } from '#contract/visits.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { formatMonth } from '../lib/format.ts'
import { withRow } from '../lib/with-row.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pending } from '../ui/pending.tsx'
import { FollowUpEntry } from './follow-up-entry.tsx'
import { TimelineFilter } from './timeline-filter.tsx'
import { timelineRows } from './timeline-rows.ts'
import classes from './timeline.module.css'
import { useTimeline } from './use-timeline.ts'
import { VisitEntry } from './visit-entry.tsx'
import { VisitForm } from './visit-form.tsx'

/** Everything that happened with a customer, newest first, read as far back as one scrolls. */
export function Timeline({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation('visits')
  const [kind, setKind] = useState<TimelineKind>('all')
  const [editing, setEditing] = useState<Visit | null>(null)
  const [isFormOpen, setIsFormOpen] = useState(false)
  const { entries, counts, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useTimeline(customerId, kind)
  const rows = timelineRows(entries)
  const [currentKey, setCurrentKey] = useState<string | null>(null)
  const current = rows.find((row) => row.type === 'entry' && row.key === currentKey) ?? rows.find(isEntry)
  const currentIndex = rows.findIndex((row) => row === current)
  const movesFocus = useRef(false)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.type === 'month' ? 24 : 72),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    rangeExtractor: withRow(currentIndex),
  })
  const items = list.getVirtualItems()
  const isNearEnd = (items.at(-1)?.index ?? 0) >= rows.length - 10

  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [isNearEnd, hasNextPage, isFetchingNextPage, fetchNextPage])

  useEffect(() => {
    if (!movesFocus.current || currentIndex < 0) return
    movesFocus.current = false
    list.scrollToIndex(currentIndex)
    scroller.current?.querySelector<HTMLElement>(`[data-index="${currentIndex}"]`)?.focus({ preventScroll: true })
  }, [currentIndex, list])

  const remove = useMutation(api.visits.remove.mutationOptions())
  const removeVisit = ({ id }: Visit) =>
    remove.mutate({ id }, { onSuccess: ({ operationId }) => announce({ message: t('removed'), operationId }) })
  const editVisit = (visit: Visit) => {
    setEditing(visit)
    setIsFormOpen(true)
  }

  const move = (step: 1 | -1) => {
    let index = currentIndex + step
    while (rows[index]?.type === 'month') index += step
    const row = rows[index]
    if (row === undefined) return false
    movesFocus.current = true
    setCurrentKey(row.key)
    return true
  }
  const removeAndMove = (visit: Visit) => {
    if (!move(1)) move(-1)
    removeVisit(visit)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return
    const visit = current?.type === 'entry' && current.entry.type === 'visit' ? current.entry.visit : null
    const actions: Partial<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      ...(visit && { Enter: () => editVisit(visit), e: () => editVisit(visit), Delete: () => removeAndMove(visit) }),
    }
    const action = actions[event.key]
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }

  return (
    <section className={classes.timeline} aria-label={t('timeline.label')}>
      <TimelineFilter kind={kind} onChange={setKind} counts={counts} />
      <div className={classes.scroller} ref={scroller}>
        {isPending && <Pending />}
        {!isPending && rows.length === 0 && (
          <EmptyState title={t(kind === 'all' ? 'timeline.empty' : 'timeline.emptyKind')}>
            {kind === 'all' && t('timeline.emptyHint')}
          </EmptyState>
        )}
        <ol className={classes.list} style={{ height: list.getTotalSize() }} onKeyDown={press}>
          {items.map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <li
                key={row.key}
                className={classes.row}
                data-index={index}
                ref={list.measureElement}
                style={{ transform: `translateY(${start}px)` }}
                tabIndex={row.type === 'month' ? undefined : row.key === current?.key ? 0 : -1}
                onFocus={() => row.type === 'entry' && setCurrentKey(row.key)}
              >
                {row.type === 'month' && <h3 className={classes.month}>{formatMonth(row.day)}</h3>}
                {row.type === 'entry' && row.entry.type === 'visit' && (
                  <VisitEntry visit={row.entry.visit} onEdit={editVisit} onRemove={removeVisit} />
                )}
                {row.type === 'entry' && row.entry.type === 'followUp' && <FollowUpEntry entry={row.entry} />}
              </li>
            )
          })}
        </ol>
      </div>
      <VisitForm
        opened={isFormOpen}
        onClose={() => setIsFormOpen(false)}
        customerId={customerId}
        visit={editing ?? undefined}
      />
    </section>
  )
}

function isEntry(row: { readonly type: string }): boolean {
  return row.type === 'entry'
}
