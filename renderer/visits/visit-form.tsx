import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { Visit } from '#contract/visits.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { lastChannel, rememberChannel } from '../lib/last-channel.ts'
import { useChoices } from '../lib/layout.ts'
import { hasOtherPlan, nextDue, nextUnasked } from '../lib/next-pick.ts'
import { useLanguage, useStart, useToday } from '../lib/start.ts'
import { useFormValues } from '../lib/use-form-values.ts'
import type { ContactLineValue } from '../ui/contact-line.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { AnsweredTicks } from './answered-ticks.tsx'
import { NextFields } from './next-fields.tsx'
import { nowTime } from './now-minute.ts'
import { savedMessage } from './saved-message.ts'
import { useAnswered } from './use-answered.ts'
import { VisitDetails, VisitFields, VisitPlans } from './visit-fields.tsx'
import { newVisitValues, nextOfValues, valuesOfVisit, visitDraftOf, visitEditOf } from './visit-values.ts'

interface VisitFormProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onSaved?: () => void
  /** Null: the form asks. */
  readonly customerId: CustomerId | null
  /** What was typed into the line already. */
  readonly start?: Partial<ContactLineValue>
  /** The visit that is edited; absent for a new one. */
  readonly visit?: Visit | undefined
}

/** Everything a visit can hold, to write it down or to correct it. */
export function VisitForm({ opened, onClose, onSaved, customerId, start, visit }: VisitFormProps) {
  const { t } = useTranslation(['visits', 'common'])
  const { atDesk } = useStart()
  const today = useToday()
  const language = useLanguage()
  const channels = useChoices('visit', 'channel')
  const [isAsking, setIsAsking] = useState(false)

  const form = useFormValues(opened, () => {
    if (visit !== undefined) return valuesOfVisit(visit)
    const channel = start?.channel ?? lastChannel(channels)
    const given = { situation: start?.text ?? '', next: start?.next ?? nextUnasked }
    return newVisitValues({ customerId, day: today, time: nowTime(), channel, staffId: atDesk, ...given })
  })
  const { values, change, isTried } = form
  const answered = useAnswered(visit === undefined && opened ? values.customerId : null, values.day ?? today)
  const due = nextDue(values.next, today, language)
  const isNextWrong = values.next.pick === 'custom' && due === null

  const save = useMutation(api.visits.save.mutationOptions())
  const edit = useMutation(api.visits.edit.mutationOptions())
  const remove = useMutation(api.visits.remove.mutationOptions())
  const finish = () => {
    setIsAsking(false)
    onClose()
    onSaved?.()
  }

  const submit = () => {
    form.setTried()
    if (visit !== undefined) return saveEdit(visit)
    const next = nextOfValues(values, today, language)
    const isUnplanned = next.choice === 'unasked' && !hasOtherPlan(answered.open, answered.ids, today)
    const draft = visitDraftOf(values, answered.ids, isUnplanned ? { choice: 'none' } : next)
    if (draft === null || isNextWrong) return undefined
    if (isUnplanned && !isAsking) return setIsAsking(true)
    rememberChannel(draft.channel)
    return save.mutate(draft, {
      onSuccess({ operationId, completed }) {
        announce({ message: savedMessage(due, completed, today), operationId })
        finish()
      },
    })
  }

  const saveEdit = ({ id }: Visit) => {
    const content = visitEditOf(values)
    if (content === null) return
    edit.mutate(
      { id, ...content },
      {
        onSuccess({ operationId }) {
          announce({ message: t('edited'), operationId })
          finish()
        },
      },
    )
  }

  const removeVisit = ({ id }: Visit) =>
    remove.mutate(
      { id },
      {
        onSuccess({ operationId }) {
          announce({ message: t('removed'), operationId })
          finish()
        },
      },
    )

  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={t(visit === undefined ? 'newVisit' : 'editVisit')}
      isDirty={form.isDirty}
      onSubmit={submit}
      isSaving={save.isPending || edit.isPending}
      footer={
        visit && (
          <Button color="red" variant="subtle" onClick={() => removeVisit(visit)}>
            {t('common:delete')}
          </Button>
        )
      }
    >
      <VisitFields values={values} onChange={change} asksCustomer={customerId === null} isTried={isTried} />
      {visit === undefined && (
        <>
          <NextFields
            values={values}
            onChange={change}
            isWrong={isTried && isNextWrong}
            isAsking={isAsking && values.next.pick === null}
          />
          <AnsweredTicks answered={answered} label={t('alsoDo')} />
        </>
      )}
      <VisitPlans values={values} onChange={change} />
      <VisitDetails values={values} onChange={change} />
    </FormDrawer>
  )
}
