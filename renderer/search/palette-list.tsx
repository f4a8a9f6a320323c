import { IconCalendarPlus, IconNotes, IconPlus } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { commandKey, commandLabel } from '../lib/commands.ts'
import { Keys } from '../ui/key-cap.tsx'
import { CommandIcon } from './command-icon.tsx'
import { HitRow } from './hit-row.tsx'
import type { PaletteGroup, PaletteItem } from './palette-groups.ts'
import classes from './palette.module.css'

interface PaletteListProps {
  readonly id: string
  readonly groups: readonly PaletteGroup[]
  readonly current: string | null
  readonly onOpen: (item: PaletteItem) => void
  /** Whether to say that nobody was found. */
  readonly nothing: boolean
}

export function PaletteList({ id, groups, current, onOpen, nothing }: PaletteListProps) {
  const { t } = useTranslation('search')

  useEffect(() => {
    if (current !== null) document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, current])

  return (
    <div className={classes.list} role="listbox" id={id} aria-label={t('results')}>
      {nothing && (
        <div className={classes.nothing} role="presentation">
          {t('nothing')}
        </div>
      )}
      {groups.map((group) => (
        <div key={group.key} role="group" aria-label={t(`group.${group.key}`)}>
          <div className={classes.head} aria-hidden>
            <span>{t(`group.${group.key}`)}</span>
            {(group.key === 'customers' || group.key === 'recent') && <span>{t('nextContact')}</span>}
          </div>
          {group.items.map((item) => (
            <div
              key={item.key}
              id={`${id}-${item.key}`}
              className={classes.row}
              role="option"
              tabIndex={-1}
              aria-selected={item.key === current}
              // Before the click, so that the box keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onOpen(item)}
              onKeyDown={(event) => event.key === 'Enter' && onOpen(item)}
            >
              <RowOf item={item} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function RowOf({ item }: { readonly item: PaletteItem }) {
  const { t } = useTranslation('search')
  switch (item.kind) {
    case 'hit':
      return <HitRow hit={item.hit} />
    case 'newCustomer':
      return (
        <>
          <IconPlus size={18} stroke={1.6} aria-hidden />
          <span className={classes.command}>{t('makeCustomer', { name: item.name })}</span>
          <Keys keys={commandKey('newCustomer')} />
        </>
      )
    case 'visit':
      return (
        <>
          <IconNotes size={18} stroke={1.6} aria-hidden />
          <span className={classes.command}>{t('logVisit', { name: item.hit.customerName })}</span>
          <Keys keys={commandKey('newVisit')} />
        </>
      )
    case 'followUp':
      return (
        <>
          <IconCalendarPlus size={18} stroke={1.6} aria-hidden />
          <span className={classes.command}>{t('planFollowUp', { name: item.hit.customerName })}</span>
          <Keys keys={commandKey('newFollowUp')} />
        </>
      )
    case 'command':
      return (
        <>
          <CommandIcon id={item.command} />
          <span className={classes.command}>{commandLabel(item.command)}</span>
          <Keys keys={commandKey(item.command)} />
        </>
      )
  }
}
