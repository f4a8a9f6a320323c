import { SegmentedControl, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerDraft, CustomerKind } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { cleaned } from '../lib/clean-notice.ts'
import { choiceLabel, fieldLabel, useFields } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { domainError, errorMessage, showError } from '../lib/show-error.ts'
import { FieldInput } from '../ui/field-input.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { isEmptyValue } from './filter-rules.ts'
import classes from './new-customer.module.css'
import { SameName, SamePhone } from './same-customer.tsx'
import { walkOnEnter } from './walk-on-enter.ts'

interface NewCustomerProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** What was looked for in vain, to begin with. */
  readonly name?: string
}

interface Typed {
  readonly kind: CustomerKind
  readonly name: string
  readonly phone: string
  readonly contactName: string
  readonly contactTitle: string
  readonly values: Readonly<Record<string, FieldValue>>
}

const blank: Typed = { kind: 'person', name: '', phone: '', contactName: '', contactTitle: '', values: {} }

/** Asked for at once, because one knows it at the first call; the rest is for the card. */
const askedFirst = ['grade', 'source', 'region', 'needs']

/** A customer in half a minute: the name, the phone, Enter. */
export function NewCustomer({ opened, onClose, name = '' }: NewCustomerProps) {
  const { t } = useTranslation(['customers', 'common', 'errors'])
  const fields = useFields('customer')
  const [draft, setDraft] = useState<Typed | null>(null)
  const typed = draft ?? { ...blank, name }
  const create = useMutation(api.customers.create.mutationOptions({ meta: { ownErrors: true } }))
  const [wasTried, setWasTried] = useState(false)
  const isNameless = typed.name.trim() === ''
  const set = (part: Partial<Typed>) => setDraft({ ...typed, ...part })

  const close = () => {
    setDraft(null)
    setWasTried(false)
    create.reset()
    onClose()
  }
  const submit = () => {
    setWasTried(true)
    if (isNameless) return
    create.mutate(draftOf(typed), {
      onSuccess({ id, number, operationId }) {
        announce({ message: t('new.saved', { name: typed.name.trim(), number }), operationId })
        close()
        navigate(paths.card(id))
      },
      onError(error) {
        if (domainError(error)?.code !== 'BAD_VALUE') showError(error)
      },
    })
  }

  const problem = domainError(create.error)
  const errorOf = (key: string) =>
    problem?.code === 'BAD_VALUE' && problem.data.field === key ? errorMessage(create.error) : undefined
  const kind = fields.find(({ key }) => key === 'kind')

  return (
    <FormDrawer
      opened={opened}
      onClose={close}
      title={t('new.title')}
      isDirty={draft !== null}
      onSubmit={submit}
      isSaving={create.isPending}
    >
      <div className={classes.form} role="presentation" onKeyDown={walkOnEnter}>
        <TextInput
          label={t('new.name')}
          value={typed.name}
          onChange={(event) => set({ name: cleaned(event.currentTarget.value) })}
          error={errorOf('name') ?? (wasTried && isNameless ? t('errors:problem.required') : undefined)}
          maxLength={200}
          autoComplete="off"
          required
          data-autofocus
        />
        <SameName name={typed.name} />
        <SegmentedControl
          aria-label={kind ? fieldLabel(kind) : t('new.kind')}
          data={(['person', 'company'] as const).map((value) => ({ value, label: choiceLabel(kind, value) }))}
          value={typed.kind}
          onChange={(value) => set({ kind: value === 'company' ? 'company' : 'person' })}
        />
        {typed.kind === 'company' && (
          <div className={classes.pair}>
            <TextInput
              label={t('new.contactName')}
              value={typed.contactName}
              onChange={(event) => set({ contactName: cleaned(event.currentTarget.value) })}
              maxLength={200}
              autoComplete="off"
            />
            <TextInput
              label={t('new.contactTitle')}
              value={typed.contactTitle}
              onChange={(event) => set({ contactTitle: cleaned(event.currentTarget.value) })}
              maxLength={200}
              autoComplete="off"
            />
          </div>
        )}
        <TextInput
          label={t('new.phone')}
          value={typed.phone}
          onChange={(event) => set({ phone: cleaned(event.currentTarget.value) })}
          error={errorOf('phones')}
          inputMode="tel"
          maxLength={60}
          autoComplete="off"
        />
        <SamePhone number={typed.phone} />
        {fieldsAsked(fields).map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            label={fieldLabel(field)}
            value={typed.values[field.key] ?? null}
            onChange={(value) => set({ values: { ...typed.values, [field.key]: value } })}
            error={errorOf(field.key)}
          />
        ))}
      </div>
    </FormDrawer>
  )
}

/** Those asked first, and any that must not be empty. */
function fieldsAsked(fields: readonly Field[]): Field[] {
  const own = new Set(['name', 'kind', 'number'])
  return fields.filter(
    (field) => askedFirst.includes(field.key) || (field.required && !own.has(field.key) && field.storage !== 'part'),
  )
}

/** The phone of a company is that of its contact, when there is one. */
function draftOf({ kind, name, phone, contactName, contactTitle, values }: Typed): CustomerDraft {
  const phones = phone.trim() === '' ? [] : [{ id: null, label: '', number: phone.trim() }]
  const hasContact = kind === 'company' && contactName.trim() !== ''
  return {
    kind,
    name: name.trim(),
    phones: hasContact ? [] : phones,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmptyValue(value))),
    contact: hasContact ? { name: contactName.trim(), title: contactTitle.trim(), phones } : null,
  }
}
