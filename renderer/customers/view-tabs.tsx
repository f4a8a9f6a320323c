import { Button, Menu, Tabs } from '@mantine/core'
import { IconChevronDown, IconEyeOff } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewId } from '#contract/common.ts'
import type { View } from '#contract/views.ts'
import { formatNumber } from '../lib/format.ts'
import { keyName } from '../lib/keys.ts'
import { useFittingTabs } from './use-fitting-tabs.ts'
import type { ViewEdits } from './use-view-edits.ts'
import { viewLabel } from './view-changes.ts'
import { ViewMenu } from './view-menu.tsx'
import { placeBeside, placeOn } from './view-places.ts'
import classes from './view-tabs.module.css'

interface ViewTabsProps {
  readonly views: readonly View[]
  readonly view: View
  readonly counts: ReadonlyMap<ViewId, number>
  readonly hasChanges: (id: ViewId) => boolean
  readonly edits: ViewEdits
  readonly onOpen: (id: ViewId) => void
  readonly children: ReactNode
  /** Stands behind the tabs. */
  readonly save: ReactNode
}

/** The saved views. The one that is open always has its tab; what has no room or is hidden stands in a menu. */
export function ViewTabs({ views, view, counts, hasChanges, edits, onOpen, children, save }: ViewTabsProps) {
  const { t } = useTranslation('views')
  const [dragged, setDragged] = useState<View | null>(null)
  const open = (text: string | null) => {
    const next = views.find(({ id }) => String(id) === text)
    if (next) onOpen(next.id)
  }
  const tabs = views.filter(({ id, hidden }) => !hidden || id === view.id)
  const countText = ({ id }: View) => {
    const count = counts.get(id)
    return count === undefined ? '' : formatNumber(count)
  }
  const { ref, fits } = useFittingTabs()
  const others = views.filter((each) => !tabs.includes(each) || !fits(tabs.indexOf(each)))
  // Before the tabs themselves, for which an arrow means another tab.
  const press = (event: KeyboardEvent, pressed: View) => {
    const step = { 'ctrl+shift+ArrowLeft': -1, 'ctrl+shift+ArrowRight': 1 }[keyName(event)]
    if (step !== -1 && step !== 1) return
    event.preventDefault()
    event.stopPropagation()
    const before = placeBeside(tabs, pressed, step)
    if (before !== undefined) edits.move(pressed, before)
  }

  return (
    <Tabs value={String(view.id)} onChange={open} variant="none" classNames={classes}>
      <div className={classes.bar}>
        <Tabs.List ref={ref} aria-label={t('title')}>
          {tabs.map((each, index) => (
            <Tabs.Tab
              key={each.id}
              value={String(each.id)}
              disabled={!fits(index)}
              data-out={!fits(index) || undefined}
              data-target={(dragged !== null && dragged.id !== each.id) || undefined}
              rightSection={<span className={classes.count}>{countText(each)}</span>}
              draggable
              onDragStart={() => setDragged(each)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => dragged && event.preventDefault()}
              onDrop={() => {
                if (dragged && dragged.id !== each.id) edits.move(dragged, placeOn(tabs, dragged, each))
              }}
              onKeyDownCapture={(event) => press(event, each)}
            >
              {viewLabel(each)}
              {hasChanges(each.id) && <span className={classes.changed} role="img" aria-label={t('changed')} />}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={classes.tools}>
          {others.length > 0 && <MoreViews views={others} onOpen={onOpen} />}
          {save}
          <ViewMenu key={view.id} view={view} tabs={tabs} edits={edits} />
        </div>
      </div>
      <Tabs.Panel value={String(view.id)} className={classes.panel}>
        {children}
      </Tabs.Panel>
    </Tabs>
  )
}

interface MoreViewsProps {
  readonly views: readonly View[]
  readonly onOpen: (id: ViewId) => void
}

function MoreViews({ views, onOpen }: MoreViewsProps) {
  const { t } = useTranslation('views')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          className={classes.more}
          rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
        >
          {t('more', { count: views.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.others}>
        {views.map((view) => (
          <Menu.Item
            key={view.id}
            onClick={() => onOpen(view.id)}
            rightSection={view.hidden && <IconEyeOff size={14} stroke={1.6} role="img" aria-label={t('isHidden')} />}
          >
            {viewLabel(view)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
