import { Button, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { useStaff } from '../lib/start.ts'
import { TitledSection } from '../ui/titled-section.tsx'
import classes from './staff.module.css'
import { StaffRow } from './staff-row.tsx'

/** Who works here: names, PINs, who has left. */
export function StaffSettings() {
  const { t } = useTranslation('staff')
  const staff = useStaff()
  const here = staff.filter(({ retired }) => !retired)
  const gone = staff.filter(({ retired }) => retired)

  return (
    <>
      <TitledSection title={t('here')} text={t('hereText')}>
        {here.length > 0 && (
          <ul className={classes.list}>
            {here.map((member) => (
              <StaffRow key={member.id} member={member} isLast={here.length === 1} />
            ))}
          </ul>
        )}
        <NewStaff />
      </TitledSection>
      {gone.length > 0 && (
        <TitledSection title={t('gone')} text={t('goneText')}>
          <ul className={classes.list}>
            {gone.map((member) => (
              <StaffRow key={member.id} member={member} isLast={false} />
            ))}
          </ul>
        </TitledSection>
      )}
    </>
  )
}

function NewStaff() {
  const { t } = useTranslation('staff')
  const [name, setName] = useState('')
  const add = useMutation(api.staff.add.mutationOptions())

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = name.trim()
    if (typed === '' || add.isPending) return
    add.mutate(
      { name: typed, pin: null },
      {
        onSuccess({ operationId }) {
          announce({ message: t('added', { name: typed }), operationId })
          setName('')
        },
      },
    )
  }
  return (
    <form className={classes.new} onSubmit={submit}>
      <TextInput
        aria-label={t('newName')}
        placeholder={t('newName')}
        maxLength={100}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" leftSection={<IconUserPlus size={15} stroke={1.6} aria-hidden />} loading={add.isPending}>
        {t('add')}
      </Button>
    </form>
  )
}
