import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ContactId } from '#contract/common.ts'
import type { Card, Contact, ContactDraft } from '#contract/customers.ts'
import type { PartialDate } from '#contract/partial-date.ts'
import type { PhoneDraft } from '#contract/phones.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { cleaned } from '../lib/clean-notice.ts'
import { useChoices } from '../lib/layout.ts'
import { request } from '../lib/requests.ts'
import { domainError, showError } from '../lib/show-error.ts'
import { ChoiceInput, ChoicesInput } from '../ui/choice-input.tsx'
import { PartialDateField } from '../ui/day-field.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { filledPhones, PhonesInput } from '../ui/phones-input.tsx'
import classes from './contact-form.module.css'
import { refusal } from './save-problem.ts'
import { walkOnEnter } from './walk-on-enter.ts'

interface ContactFormProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly card: Card
  /** Null: a new one. */
  readonly contact: Contact | null
}

type Text = 'name' | 'reading' | 'title' | 'wechat' | 'email' | 'hometown' | 'relation' | 'notes'

/** A person at the customer: adding, changing and taking off the card. */
export function ContactForm({ opened, onClose, card, contact }: ContactFormProps) {
  const { t } = useTranslation(['card', 'common', 'errors'])
  const roles = useChoices('contact', 'role')
  const channels = useChoices('contact', 'preferredChannel')
  const others = card.contacts
    .filter(({ id }) => id !== contact?.id)
    .map(({ id, name }) => ({ key: String(id), label: name }))
  const [draft, setDraft] = useState<ContactDraft>(() => draftOf(card, contact))
  const [isDirty, setIsDirty] = useState(false)
  const [wasTried, setWasTried] = useState(false)
  const [unclearBirthday, setUnclearBirthday] = useState(false)
  const save = useMutation(api.customers.saveContact.mutationOptions({ meta: { ownErrors: true } }))
  const remove = useMutation(api.customers.removeContact.mutationOptions())

  const set = (part: Partial<ContactDraft>) => {
    setDraft({ ...draft, ...part })
    setIsDirty(true)
  }
  const submit = () => {
    setWasTried(true)
    if (draft.name.trim() === '' || unclearBirthday) return
    save.mutate(
      { ...draft, phones: filledPhones(draft.phones) },
      {
        onSuccess({ operationId }) {
          announce({ message: t('contact.saved', { name: draft.name.trim() }), operationId })
          onClose()
        },
        onError(error) {
          if (domainError(error)?.code !== 'BAD_VALUE') showError(error)
        },
      },
    )
  }
  const removeContact = (existing: Contact) =>
    remove.mutate(
      { id: existing.id },
      {
        onSuccess({ operationId }) {
          announce({ message: t('contact.removed', { name: existing.name }), operationId })
          onClose()
        },
      },
    )

  // One drawer at a time: the form gives way.
  const showHistory = ({ id, name }: Contact) => {
    onClose()
    request({ form: 'history', entity: 'contact', id, name })
  }

  const problem = domainError(save.error)
  const errorOf = (key: string) =>
    problem?.code === 'BAD_VALUE' && problem.data.field === key ? refusal(save.error, draft.birthday) : undefined
  const text = (key: Text, maxLength: number) => ({
    label: t(`contact.${key}`),
    value: draft[key],
    error: errorOf(key),
    maxLength,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: cleaned(event.currentTarget.value) }),
  })
  const nameError = wasTried && draft.name.trim() === '' ? t('errors:problem.required') : errorOf('name')

  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={t(contact ? 'contact.edit' : 'contact.new', { name: contact?.name ?? card.name })}
      isDirty={isDirty}
      onSubmit={submit}
      isSaving={save.isPending}
      footer={
        contact && (
          <>
            <Button onClick={() => removeContact(contact)}>{t('contact.remove')}</Button>
            <Button disabled={isDirty} onClick={() => showHistory(contact)}>
              {t('history')}
            </Button>
          </>
        )
      }
    >
      <div className={classes.form} role="presentation" onKeyDown={walkOnEnter}>
        <TextInput {...text('name', 200)} error={nameError} required data-autofocus />
        <TextInput {...text('reading', 400)} placeholder={t('contact.readingHint')} />
        <TextInput {...text('title', 200)} />
        <ChoiceInput
          label={t('contact.role')}
          options={roles}
          value={draft.role}
          onChange={(role) => set({ role })}
          error={errorOf('role')}
        />
        <div className={classes.flags}>
          <Checkbox
            label={t('contact.isDecisionMaker')}
            checked={draft.isDecisionMaker}
            onChange={(event) => set({ isDecisionMaker: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('contact.isPrimary')}
            checked={draft.isPrimary}
            onChange={(event) => set({ isPrimary: event.currentTarget.checked })}
          />
        </div>
        <div className={classes.wide}>
          <PhonesInput
            value={draft.phones}
            onChange={(phones: readonly PhoneDraft[]) => set({ phones: [...phones] })}
          />
        </div>
        <TextInput {...text('wechat', 100)} />
        <TextInput {...text('email', 200)} />
        <PartialDateField
          label={t('contact.birthday')}
          placeholder={t('contact.birthdayHint')}
          value={draft.birthday}
          onChange={(birthday: PartialDate | null, typed: string) => {
            set({ birthday })
            setUnclearBirthday(birthday === null && typed !== '')
          }}
          error={errorOf('birthday') ?? (wasTried && unclearBirthday ? t('common:date.unknownPartial') : undefined)}
        />
        <TextInput {...text('hometown', 200)} />
        <ChoiceInput
          label={t('contact.preferredChannel')}
          options={channels}
          value={draft.preferredChannel}
          onChange={(preferredChannel) => set({ preferredChannel })}
          error={errorOf('preferredChannel')}
        />
        <TextInput {...text('relation', 500)} placeholder={t('contact.relationHint')} />
        {others.length > 0 && (
          <>
            <ChoiceInput
              label={t('contact.reportsTo')}
              options={others}
              value={draft.reportsTo === null ? null : String(draft.reportsTo)}
              onChange={(key) => set({ reportsTo: key === null ? null : ContactId.parse(Number(key)) })}
            />
            <div className={classes.wide}>
              <ChoicesInput
                label={t('contact.influences')}
                options={others}
                value={draft.influences.map(String)}
                onChange={(keys) => set({ influences: keys.map((key) => ContactId.parse(Number(key))) })}
              />
            </div>
          </>
        )}
        <div className={classes.wide}>
          <Textarea {...text('notes', 100_000)} autosize minRows={2} maxRows={10} />
        </div>
      </div>
    </FormDrawer>
  )
}

function draftOf(card: Card, contact: Contact | null): ContactDraft {
  if (contact) return { ...contact, phones: contact.phones.map(({ id, label, number }) => ({ id, label, number })) }
  const isFirst = card.contacts.length === 0
  return {
    customerId: card.id,
    id: null,
    name: '',
    reading: '',
    title: '',
    role: null,
    isDecisionMaker: isFirst,
    isPrimary: isFirst,
    phones: [],
    wechat: '',
    email: '',
    birthday: null,
    hometown: '',
    preferredChannel: null,
    relation: '',
    reportsTo: null,
    influences: [],
    notes: '',
  }
}
