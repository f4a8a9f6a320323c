import { Button, Menu, Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconPlus, IconSearch, IconUser } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '#contract/commands.ts'
import { api } from '../lib/api.ts'
import { commandKey, commandLabel, runCommand } from '../lib/commands.ts'
import { useStart } from '../lib/start.ts'
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

/** Who is at the desk: new visits and changes go under this name. */
function AtDesk() {
  const { t } = useTranslation('app')
  const { staff, atDesk } = useStart()
  const change = useMutation(api.staff.setAtDesk.mutationOptions())
  const name = staff.find(({ id }) => id === atDesk)?.name ?? t('nobodyAtDesk')

  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <UnstyledButton className={classes.atDesk} aria-label={t('atDesk', { name })}>
          <IconUser size={15} stroke={1.6} aria-hidden />
          {name}
          <IconChevronDown size={13} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('whoIsAtDesk')}</Menu.Label>
        <Menu.RadioGroup value={String(atDesk ?? '')}>
          {staff.map(({ id, name }) => (
            <Menu.RadioItem key={id} value={String(id)} onClick={() => change.mutate({ staffId: id, pin: null })}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
