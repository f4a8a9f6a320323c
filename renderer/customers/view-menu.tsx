import { ActionIcon, Menu, Popover, Tooltip } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowRight,
  IconDots,
  IconEye,
  IconEyeOff,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { View } from '#contract/views.ts'
import type { ViewEdits } from './use-view-edits.ts'
import { isStandIn, viewLabel } from './view-changes.ts'
import { ViewName } from './view-name.tsx'
import { placeBeside } from './view-places.ts'

interface ViewMenuProps {
  readonly view: View
  readonly tabs: readonly View[]
  readonly edits: ViewEdits
}

/** What can be done to the view that is open. */
export function ViewMenu({ view, tabs, edits }: ViewMenuProps) {
  const { t } = useTranslation('views')
  const [isNaming, setNaming] = useState(false)
  const left = placeBeside(tabs, view, -1)
  const right = placeBeside(tabs, view, 1)
  if (isStandIn(view)) return null
  return (
    <Popover
      opened={isNaming}
      onChange={setNaming}
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
      withRoles={false}
    >
      <Popover.Target>
        <span>
          <Menu position="bottom-end" shadow="md" returnFocus={false}>
            <Menu.Target>
              <Tooltip label={t('actions')}>
                <ActionIcon aria-label={t('actions')}>
                  <IconDots size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setNaming(true)}>
                {t('rename')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowLeft {...icon} />}
                disabled={left === undefined}
                onClick={() => left !== undefined && edits.move(view, left)}
              >
                {t('moveLeft')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowRight {...icon} />}
                disabled={right === undefined}
                onClick={() => right !== undefined && edits.move(view, right)}
              >
                {t('moveRight')}
              </Menu.Item>
              <Menu.Item
                leftSection={view.hidden ? <IconEye {...icon} /> : <IconEyeOff {...icon} />}
                onClick={() => edits.setHidden(view, !view.hidden)}
              >
                {t(view.hidden ? 'show' : 'hide')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => edits.remove(view)}>
                {t('remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('rename')}>
        <ViewName
          name={viewLabel(view)}
          onSave={(name) => {
            setNaming(false)
            edits.rename(view, name)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

const icon = { size: 14, stroke: 1.6, 'aria-hidden': true }
