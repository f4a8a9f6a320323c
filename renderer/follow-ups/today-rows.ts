import type { Day } from '#contract/common.ts'
import type { DoneFollowUp, DueFollowUp, Today } from '#contract/follow-ups.ts'

export type TodayRow =
  | { readonly type: 'group'; readonly key: string; readonly group: Group; readonly count: number }
  | { readonly type: 'due'; readonly key: string; readonly item: DueFollowUp }
  | { readonly type: 'done'; readonly key: string; readonly item: DoneFollowUp }
  /** Rows that are not read yet. */
  | { readonly type: 'more'; readonly key: string; readonly count: number }
  /** Says that a group holds nothing, where its absence would leave one wondering. */
  | { readonly type: 'nothing'; readonly key: string }

export type Group = { readonly of: 'overdue' | 'today' | 'done' } | { readonly of: 'day'; readonly day: Day }

/** What is due: overdue first, then today, then what was done. */
export function nowRows({ overdue, dueToday, doneToday }: Today): readonly TodayRow[] {
  return [
    ...(overdue.count > 0 ? [groupRow('overdue', overdue.count), ...dueRows('overdue', overdue)] : []),
    groupRow('today', dueToday.count),
    ...(dueToday.count > 0 ? dueRows('today', dueToday) : [{ type: 'nothing', key: 'nothing-today' } as const]),
    ...(doneToday.count > 0 ? [groupRow('done', doneToday.count), ...doneRows(doneToday)] : []),
  ]
}

/** The coming days, one group for each that has something. */
export function comingRows({ comingDays }: Today): readonly TodayRow[] {
  const byDay = Map.groupBy(comingDays.items, ({ dueOn }) => dueOn)
  const days = [...byDay].flatMap(([day, items]): TodayRow[] => [
    { type: 'group', key: day, group: { of: 'day', day }, count: items.length },
    ...items.map(dueRow),
  ])
  return [...days, ...moreRow('coming', comingDays.count - comingDays.items.length)]
}

function dueRows(key: string, { count, items }: Today['overdue']): TodayRow[] {
  return [...items.map(dueRow), ...moreRow(key, count - items.length)]
}

function doneRows({ count, items }: Today['doneToday']): TodayRow[] {
  const rows = items.map((item): TodayRow => ({ type: 'done', key: `done-${item.id}`, item }))
  return [...rows, ...moreRow('done', count - items.length)]
}

function dueRow(item: DueFollowUp): TodayRow {
  return { type: 'due', key: `due-${item.id}`, item }
}

function groupRow(of: 'overdue' | 'today' | 'done', count: number): TodayRow {
  return { type: 'group', key: of, group: { of }, count }
}

function moreRow(key: string, count: number): TodayRow[] {
  return count > 0 ? [{ type: 'more', key: `more-${key}`, count }] : []
}
