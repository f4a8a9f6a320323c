import { SegmentedControl, TextInput } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerDraft, CustomerKind } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { cleaned } from '../lib/clean-notice.ts'
import { choiceLabel, fieldLabel, useFields } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { type DomainError, domainError, showError } from '../lib/show-error.ts'
import { useStart } from '../lib/start.ts'
import { FieldInput } from '../ui/field-input.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { isOddPhone } from '../ui/phones-input.tsx'
import { isEmptyValue } from './filter-rules.ts'
import classes from './new-customer.module.css'
import { refusal } from './save-problem.ts'
import { SameName, SameNumber, SamePhone, SameWechat } from './same-customer.tsx'
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
  readonly wechat: string
  /** Empty: the next one by the rule. */
  readonly number: string
  readonly contactName: string
  readonly contactTitle: string
  readonly values: Readonly<Record<string, FieldValue>>
}

const blank: Typed = {
  kind: 'person',
  name: '',
  phone: '',
  wechat: '',
  number: '',
  contactName: '',
  contactTitle: '',
  values: {},
}

/** Asked for at once, because one knows it at the first call; the rest is for the card. */
const askedFirst = ['grade', 'source', 'region', 'needs']

/** A customer in half a minute: the name, the phone, Enter. */
export function NewCustomer({ opened, onClose, name = '' }: NewCustomerProps) {
  const { t } = useTranslation(['customers', 'common', 'errors'])
  const fields = useFields('customer')
  const asked = fieldsAsked(fields)
  const next = useNextNumber(opened)
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
    create.mutate(draftOf(typed, asked), {
      onSuccess({ id, number, operationId }) {
        announce({ message: t('new.saved', { name: typed.name.trim(), number }), operationId })
        close()
        navigate(paths.card(id))
      },
      onError(error) {
        if (fieldOf(domainError(error)) === null) showError(error)
      },
    })
  }

  const wrong = fieldOf(domainError(create.error))
  const errorOf = (key: string) => (wrong === key ? refusal(create.error, typed.values[key] ?? null) : undefined)
  const kind = fields.find(({ key }) => key === 'kind')
  const wechat = fields.find(({ key }) => key === 'wechat')
  const number = fields.find(({ key }) => key === 'number')
  const text = (key: 'phone' | 'wechat' | 'number' | 'contactName' | 'contactTitle', maxLength: number) => ({
    value: typed[key],
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: cleaned(event.currentTarget.value) }),
    maxLength,
    autoComplete: 'off',
  })

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
            <TextInput label={t('new.contactName')} {...text('contactName', 200)} />
            <TextInput label={t('new.contactTitle')} {...text('contactTitle', 200)} />
          </div>
        )}
        <TextInput
          label={t('new.phone')}
          {...text('phone', 60)}
          description={isOddPhone(typed.phone) ? t('common:phones.odd') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={errorOf('phones')}
          inputMode="tel"
        />
        <SamePhone number={typed.phone} />
        {wechat && (
          <>
            <TextInput
              label={fieldLabel(wechat)}
              {...text('wechat', 100)}
              required={wechat.required}
              error={errorOf('wechat')}
            />
            <SameWechat wechat={typed.wechat} />
          </>
        )}
        {asked.map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            label={fieldLabel(field)}
            value={typed.values[field.key] ?? null}
            onChange={(value) => set({ values: { ...typed.values, [field.key]: value } })}
            error={errorOf(field.key)}
          />
        ))}
        <TextInput
          label={number ? fieldLabel(number) : t('new.number')}
          {...text('number', 100)}
          placeholder={next === undefined ? undefined : t('new.nextNumber', { number: next })}
          error={errorOf('number')}
        />
        <SameNumber number={typed.number} />
      </div>
    </FormDrawer>
  )
}

/** The number the card will get unless one is typed. */
function useNextNumber(opened: boolean): string | undefined {
  const rule = useStart().settings.numberRule
  const { data } = useQuery(
    api.settings.nextNumbers.queryOptions({
      input: opened ? { rule, count: 1 } : skipToken,
      meta: { ownErrors: true },
    }),
  )
  return data?.numbers[0]
}

/** The field that an answer refuses, to say why beneath its box. */
function fieldOf(error: DomainError | null): string | null {
  return error?.code === 'BAD_VALUE' || error?.code === 'TAKEN' ? error.data.field : null
}

/** Those asked first, and any that must not be empty. */
function fieldsAsked(fields: readonly Field[]): Field[] {
  const own = new Set(['name', 'kind', 'number', 'wechat'])
  return fields.filter(
    (field) =>
      !field.retired &&
      (askedFirst.includes(field.key) || (field.required && !own.has(field.key) && field.storage !== 'part')),
  )
}

/** The phone of a company is that of its contact, when there is one. What must not be empty is sent all the same. */
function draftOf(typed: Typed, asked: readonly Field[]): CustomerDraft {
  const { kind, name, phone, wechat, number, contactName, contactTitle } = typed
  const phones = phone.trim() === '' ? [] : [{ id: null, label: '', number: phone.trim() }]
  const hasContact = kind === 'company' && contactName.trim() !== ''
  const values = asked
    .map((field) => ({ key: field.key, value: typed.values[field.key] ?? null, isNeeded: field.required }))
    .filter(({ value, isNeeded }) => isNeeded || !isEmptyValue(value))
    .map(({ key, value }) => [key, value] as const)
  const own = { wechat: wechat.trim(), number: number.trim() }
  return {
    kind,
    name: name.trim(),
    phones: hasContact ? [] : phones,
    values: Object.fromEntries([...values, ...Object.entries(own).filter(([, text]) => text !== '')]),
    contact: hasContact ? { name: contactName.trim(), title: contactTitle.trim(), phones } : null,
  }
}
