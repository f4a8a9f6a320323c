import { Button, Checkbox, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrashEntry } from '#contract/trash.ts'
import { daysBetween } from '../lib/days.ts'
import { formatInstant } from '../lib/format.ts'
import { useToday } from '../lib/start.ts'
import { entryName, wentAlong } from './entry-words.ts'
import { keyOf, type Ticked } from './ticked.ts'
import classes from './trash-table.module.css'

interface TrashTableProps {
  readonly entries: readonly TrashEntry[]
  readonly ticked: Ticked
  readonly onTick: (entries: readonly TrashEntry[], isTicked: boolean) => void
  readonly onRestore: (entry: TrashEntry) => void
  readonly onPurge: (entry: TrashEntry) => void
  readonly isBusy: boolean
}

/** One line for each thing. The arrows move from box to box; Enter restores, Del purges. */
export function TrashTable({ entries, ticked, onTick, onRestore, onPurge, isBusy }: TrashTableProps) {
  const { t } = useTranslation(['trash', 'common'])
  const body = useRef<HTMLTableSectionElement>(null)
  const count = entries.filter((entry) => ticked.has(keyOf(entry))).length

  const press = (event: KeyboardEvent, entry: TrashEntry, place: number) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) focusBox(body.current, place + step)
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) onRestore(entry)
    else if (event.key === 'Delete') onPurge(entry)
    else return
    event.preventDefault()
  }

  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th className={classes.box} scope="col">
            <Checkbox
              checked={count === entries.length}
              indeterminate={count > 0 && count < entries.length}
              onChange={(event) => onTick(entries, event.currentTarget.checked)}
              aria-label={t('chooseAll')}
            />
          </th>
          <th className={classes.kind} scope="col">
            {t('column.kind')}
          </th>
          <th scope="col">{t('column.name')}</th>
          <th className={classes.customer} scope="col">
            {t('column.customer')}
          </th>
          <th className={classes.time} scope="col">
            {t('column.removed')}
          </th>
          <th className={classes.who} scope="col">
            {t('column.who')}
          </th>
          <th className={classes.left} scope="col">
            {t('column.left')}
          </th>
          <th className={classes.action} scope="col">
            <VisuallyHidden>{t('restore')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {entries.map((entry, place) => (
          <Row
            key={keyOf(entry)}
            entry={entry}
            isTicked={ticked.has(keyOf(entry))}
            onTick={(isTicked) => onTick([entry], isTicked)}
            onRestore={() => onRestore(entry)}
            onKeyDown={(event) => press(event, entry, place)}
            isBusy={isBusy}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly entry: TrashEntry
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
  readonly onRestore: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly isBusy: boolean
}

function Row({ entry, isTicked, onTick, onRestore, onKeyDown, isBusy }: RowProps) {
  const { t } = useTranslation(['trash', 'common'])
  const daysLeft = daysBetween(useToday(), entry.purgedOn)
  const name = entryName(t, entry)
  return (
    <tr className={classes.row} data-ticked={isTicked || undefined} onKeyDown={onKeyDown}>
      <td className={classes.box}>
        <Checkbox
          checked={isTicked}
          onChange={(event) => onTick(event.currentTarget.checked)}
          aria-label={t('choose', { name })}
        />
      </td>
      <td className={classes.kind}>{t(`kind.${entry.entity}`)}</td>
      <td className={classes.name}>
        {name} <span className={classes.along}>{wentAlong(t, entry)}</span>
      </td>
      <td className={classes.customer}>{entry.customerName}</td>
      <td className={classes.time}>{formatInstant(entry.removedAt)}</td>
      <td className={classes.who}>{entry.staffName ?? ''}</td>
      <td className={classes.left}>{daysLeft <= 0 ? t('lastDay') : t('daysLeft', { count: daysLeft })}</td>
      <td className={classes.action}>
        <Button onClick={onRestore} disabled={isBusy} aria-label={t('restoreOne', { name })}>
          {t('restore')}
        </Button>
      </td>
    </tr>
  )
}

function focusBox(body: HTMLElement | null, place: number): void {
  body?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')[place]?.focus()
}
