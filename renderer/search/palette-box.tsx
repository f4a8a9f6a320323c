import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { commandLabel, runCommand, useOfferedCommands } from '../lib/commands.ts'
import { copyPhone } from '../lib/copy.ts'
import { isComposing } from '../lib/keys.ts'
import { matchesText } from '../lib/match-text.ts'
import { navigate, paths, useRoute } from '../lib/navigation.ts'
import { request } from '../lib/requests.ts'
import { commandGroup, groupsOfHits, isCommandsOnly, type PaletteItem, recentGroup } from './palette-groups.ts'
import { PaletteFoot } from './palette-foot.tsx'
import { PaletteList } from './palette-list.tsx'
import classes from './palette.module.css'
import { useFound, useRecent } from './use-found.ts'

export function PaletteBox({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('search')
  const listId = useId()
  const [text, setText] = useState('')
  const [marked, setMarked] = useState(0)
  const [isEntered, setIsEntered] = useState(false)
  const found = useFound(text, true)
  const route = useRoute()
  const here = route.page === 'card' ? route.id : null
  const recent = useRecent(text.trim() === '').filter(({ customerId }) => customerId !== here)
  const offered = useOfferedCommands().map((id) => ({ id, label: commandLabel(id) }))

  const hitGroups = text.trim() === '' ? [recentGroup(recent)] : groupsOfHits(found.hits)
  const hits = hitGroups.flatMap(({ items }) => items)
  const markedHit = hits[marked] ?? hits[0]
  const target = markedHit?.kind === 'hit' ? markedHit.hit : null
  const commands = commandGroup({ text, offered, matches: matchesText, marked: target })
  const groups = [...hitGroups, commands].filter(({ items }) => items.length > 0)
  const items = groups.flatMap(({ items }) => items)
  const current = items[Math.min(marked, items.length - 1)]

  const after = (act: () => void) => {
    onClose()
    act()
  }
  const open = (item: PaletteItem | undefined) => {
    if (item === undefined) return
    if (item.kind === 'hit') after(() => navigate(paths.card(item.hit.customerId)))
    else if (item.kind === 'newCustomer') after(() => request({ form: 'newCustomer', name: item.name }))
    else if (item.kind === 'command') after(() => runCommand(item.command))
    else after(() => request({ form: item.kind, customerId: item.hit.customerId }))
  }
  // Enter pressed faster than the answer comes is kept until it is here.
  const openEntered = useEffectEvent(() => open(current))
  useEffect(() => {
    if (isEntered && found.isCurrent) openEntered()
  }, [isEntered, found.isCurrent])

  const move = (by: number) => {
    const last = items.length - 1
    const from = Math.min(marked, last)
    setMarked(from + by < 0 ? last : from + by > last ? 0 : from + by)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const act = actionOf(event)
    if (act === null) return
    event.preventDefault()
    act()
  }
  const actionOf = ({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent): (() => void) | null => {
    const isMod = ctrlKey || metaKey
    if (key === 'ArrowDown') return () => move(1)
    if (key === 'ArrowUp') return () => move(-1)
    if (key === 'Enter') return () => (found.isCurrent ? open(current) : setIsEntered(true))
    if (isMod && key.toLowerCase() === 'l' && target) return () => open({ kind: 'visit', key: 'visit', hit: target })
    if ((isMod || altKey) && code === 'KeyT' && target)
      return () => open({ kind: 'followUp', key: 'followUp', hit: target })
    if ((isMod || altKey) && code === 'KeyN') return () => open({ kind: 'newCustomer', key: 'new', name: nameOf(text) })
    if (altKey && code === 'KeyC') return () => void (target?.phone && copyPhone(target.phone))
    if (isMod && key.toLowerCase() === 'k') return onClose
    return null
  }

  return (
    <div className={classes.palette}>
      <div className={classes.question}>
        <IconSearch size={20} stroke={1.6} aria-hidden />
        <input
          className={classes.input}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={current && `${listId}-${current.key}`}
          aria-label={t('title')}
          placeholder={t('placeholder')}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setMarked(0)
            setIsEntered(false)
          }}
          onKeyDown={press}
        />
        <span className={classes.count} aria-live="polite">
          {found.hits.length > 0 && t(found.more ? 'countMore' : 'count', { count: found.hits.length })}
        </span>
      </div>
      <PaletteList
        id={listId}
        groups={groups}
        current={current?.key ?? null}
        onOpen={open}
        nothing={found.isCurrent && hits.length === 0 && text.trim() !== '' && !isCommandsOnly(text)}
      />
      <PaletteFoot />
    </div>
  )
}

function nameOf(text: string): string {
  return isCommandsOnly(text) ? '' : text.trim()
}
