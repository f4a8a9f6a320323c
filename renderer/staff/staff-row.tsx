import { Button, Popover, Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '#contract/staff.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { SavedTextInput } from '../ui/saved-text-input.tsx'
import { PinForm } from './pin-form.tsx'
import classes from './staff.module.css'

interface StaffRowProps {
  readonly member: Staff
  /** The last one stays. */
  readonly isLast: boolean
}

export function StaffRow({ member, isLast }: StaffRowProps) {
  const { t } = useTranslation('staff')
  const { name, retired } = member
  const [isAsking, setIsAsking] = useState(false)
  const edit = useMutation(api.staff.edit.mutationOptions())
  const save = (change: Parameters<typeof edit.mutate>[0]['change'], message: string) =>
    edit.mutate(
      { id: member.id, change },
      {
        onSuccess({ operationId }) {
          announce({ message, operationId })
          setIsAsking(false)
        },
      },
    )

  return (
    <li className={classes.member} data-retired={retired || undefined}>
      <SavedTextInput
        name={t('nameOf', { name })}
        saved={name}
        maxLength={100}
        required
        onSave={(changed) => save({ name: changed }, t('renamed', { name: changed }))}
      />
      {!retired && (
        <Popover opened={isAsking} onChange={setIsAsking} position="bottom-end" width={260} trapFocus returnFocus>
          <Popover.Target>
            <Button
              leftSection={member.hasPin && <IconLock size={14} stroke={1.6} aria-hidden />}
              aria-label={t(member.hasPin ? 'changePinOf' : 'setPinOf', { name })}
              onClick={() => setIsAsking(!isAsking)}
            >
              {t(member.hasPin ? 'changePin' : 'setPin')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('pinOf', { name })}>
            <NewPin
              key={String(isAsking)}
              member={member}
              isBusy={edit.isPending}
              onSave={(pin) => save({ pin }, t(pin === null ? 'pinGone' : 'pinSet', { name }))}
            />
          </Popover.Dropdown>
        </Popover>
      )}
      {retired ? (
        <Button
          aria-label={t('bringBackWho', { name })}
          onClick={() => save({ retired: false }, t('isBack', { name }))}
        >
          {t('bringBack')}
        </Button>
      ) : (
        <Tooltip label={t('lastOne')} disabled={!isLast}>
          <Button
            aria-label={t('retireWho', { name })}
            aria-disabled={isLast || undefined}
            data-disabled={isLast}
            onClick={() => !isLast && save({ retired: true }, t('hasLeft', { name }))}
          >
            {t('retire')}
          </Button>
        </Tooltip>
      )}
    </li>
  )
}

interface NewPinProps {
  readonly member: Staff
  readonly isBusy: boolean
  readonly onSave: (pin: string | null) => void
}

function NewPin({ member, isBusy, onSave }: NewPinProps) {
  const { t } = useTranslation(['staff', 'common'])
  const [isTooShort, setIsTooShort] = useState(false)
  return (
    <PinForm
      label={t('newPin')}
      hint={t('pinHint')}
      error={isTooShort ? t('pinTooShort') : null}
      submitLabel={t('common:save')}
      isBusy={isBusy}
      onSubmit={(pin) => (pin.length < 4 ? setIsTooShort(true) : onSave(pin))}
    >
      {member.hasPin && <Button onClick={() => onSave(null)}>{t('removePin')}</Button>}
    </PinForm>
  )
}
