import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { withRow } from '../lib/with-row.ts'
import { DoneRow } from './done-row.tsx'
import { DueRow } from './due-row.tsx'
import { GroupHead } from './group-head.tsx'
import type { TodayRow } from './today-rows.ts'
import classes from './today.module.css'
import type { Current } from './use-current.ts'

interface TodayListProps {
  readonly rows: readonly TodayRow[]
  readonly current: Current
  readonly label: string
  /** Reads more rows; null when no more are read here. */
  readonly onMore: (() => void) | null
  /** The days to come: the day stands in the heading, not before each row. */
  readonly isComing?: boolean
}

const heights = { group: 29, due: 49, done: 27, more: 33, nothing: 41 }

/** One column of Today. Only the rows in sight are drawn. */
export function TodayList({ rows, current, label, onMore, isComing = false }: TodayListProps) {
  const { t } = useTranslation('follow-ups')
  const scroller = useRef<HTMLDivElement>(null)
  const currentKey = `due-${current.item?.id}`
  const currentIndex = rows.findIndex(({ key }) => key === currentKey)
  const { hasFocus } = current
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]?.type ?? 'due'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 20,
    rangeExtractor: withRow(currentIndex),
  })

  useEffect(() => {
    if (hasFocus && currentIndex >= 0) list.scrollToIndex(currentIndex)
  }, [hasFocus, currentIndex, list])

  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // Nothing takes the focus when a row goes because it was done: then the next one gets it.
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) current.setHasFocus(false)
  }

  return (
    <div className={classes.column} ref={scroller} onBlur={leave}>
      <ul className={classes.list} aria-label={label} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <li
              key={row.key}
              className={classes.place}
              data-index={index}
              ref={list.measureElement}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.type === 'group' && <GroupHead group={row.group} count={row.count} />}
              {row.type === 'due' && (
                <DueRow item={row.item} current={current} isCurrent={row.key === currentKey} isComing={isComing} />
              )}
              {row.type === 'done' && <DoneRow item={row.item} />}
              {row.type === 'nothing' && <p className={classes.nothing}>{t('nothingToday')}</p>}
              {row.type === 'more' && (
                <p className={classes.more}>
                  {onMore === null ? (
                    t('moreLeft', { count: row.count })
                  ) : (
                    <Button variant="subtle" size="compact-xs" onClick={onMore}>
                      {t('more', { count: row.count })}
                    </Button>
                  )}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
