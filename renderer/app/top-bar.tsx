import { Button, Menu, Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconPlus, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '#contract/commands.ts'
import { commandKey, commandLabel, runCommand } from '../lib/commands.ts'
import { AtDesk } from '../staff/at-desk.tsx'
import { Keys } from '../ui/key-cap.tsx'
import frame from './app.module.css'
import classes from './top-bar.module.css'

const created: readonly CommandId[] = ['newCustomer', 'newVisit', 'newFollowUp', 'import']

export function TopBar() {
  const { t } = useTranslation('app')
  return (
    <div className={frame.top}>
      <UnstyledButton className={classes.search} onClick={() => runCommand('search')} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span className={classes.placeholder}>{t('searchBox')}</span>
        <Keys keys={commandKey('search')} />
      </UnstyledButton>
      <Button.Group>
        <Tooltip label={withKey('newCustomer')}>
          <Button leftSection={<IconPlus size={15} stroke={1.6} />} onClick={() => runCommand('newCustomer')}>
            {t('new')}
          </Button>
        </Tooltip>
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Tooltip label={t('newMenu')} position="right">
              <Button aria-label={t('newMenu')} px={6}>
                <IconChevronDown size={14} stroke={1.6} />
              </Button>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {created.map((id) => (
              <Menu.Item key={id} onClick={() => runCommand(id)} rightSection={<Keys keys={commandKey(id)} />}>
                {commandLabel(id)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      <div className={frame.right}>
        <AtDesk />
      </div>
    </div>
  )
}

function withKey(id: CommandId): string {
  return [commandLabel(id), ...commandKey(id)].join(' ')
}
