import { Menu, Popover, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconLock, IconUser } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffId } from '#contract/common.ts'
import type { Staff } from '#contract/staff.ts'
import { api } from '../lib/api.ts'
import { paths } from '../lib/navigation.ts'
import { errorMessage } from '../lib/show-error.ts'
import { useStart } from '../lib/start.ts'
import { PinForm } from './pin-form.tsx'
import classes from './staff.module.css'

/** Who is at the desk: new visits and changes go under this name. */
export function AtDesk() {
  const { t } = useTranslation('staff')
  const { staff, atDesk } = useStart()
  const [asked, setAsked] = useState<Staff | null>(null)
  const sit = useMutation(api.staff.setAtDesk.mutationOptions({ meta: { ownErrors: true } }))
  const name = staff.find(({ id }) => id === atDesk)?.name ?? t('nobody')

  const sitDown = (staffId: StaffId | null, pin: string | null) =>
    sit.mutate({ staffId, pin }, { onSuccess: () => setAsked(null) })
  const choose = (member: Staff) => {
    sit.reset()
    if (member.id === atDesk) return
    if (member.hasPin) setAsked(member)
    else sitDown(member.id, null)
  }

  return (
    <Popover
      opened={asked !== null}
      onClose={() => setAsked(null)}
      position="bottom-end"
      width={240}
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <div>
          <Menu position="bottom-end" width={200} returnFocus={asked === null}>
            <Menu.Target>
              <UnstyledButton className={classes.atDesk} aria-label={t('atDesk', { name })}>
                <IconUser size={15} stroke={1.6} aria-hidden />
                {name}
                <IconChevronDown size={13} stroke={1.6} aria-hidden />
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('who')}</Menu.Label>
              <Menu.RadioGroup value={String(atDesk ?? '')}>
                {staff
                  .filter(({ retired }) => !retired)
                  .map((member) => (
                    <Menu.RadioItem
                      key={member.id}
                      value={String(member.id)}
                      onClick={() => choose(member)}
                      rightSection={
                        member.hasPin && <IconLock size={14} stroke={1.6} role="img" aria-label={t('hasPin')} />
                      }
                    >
                      {member.name}
                    </Menu.RadioItem>
                  ))}
                <Menu.RadioItem value="" onClick={() => sitDown(null, null)}>
                  {t('nobody')}
                </Menu.RadioItem>
              </Menu.RadioGroup>
              <Menu.Divider />
              <Menu.Item component="a" href={paths.settingsPart('staff')}>
                {t('manage')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={asked ? t('pinOf', { name: asked.name }) : ''}>
        {asked && (
          <PinForm
            key={asked.id}
            label={t('pinOf', { name: asked.name })}
            error={sit.error && errorMessage(sit.error)}
            submitLabel={t('sit')}
            isBusy={sit.isPending}
            onSubmit={(pin) => sitDown(asked.id, pin)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
