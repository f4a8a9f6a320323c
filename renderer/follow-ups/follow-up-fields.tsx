import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ContactId, StaffId } from '#contract/common.ts'
import { api } from '../lib/api.ts'
import { cleaned } from '../lib/clean-notice.ts'
import { choiceOptions, fieldLabel, useField } from '../lib/layout.ts'
import { useStaff } from '../lib/start.ts'
import { ChoiceInput } from '../ui/choice-input.tsx'
import { CustomerInput } from '../ui/customer-input.tsx'
import { DayField, TimeField } from '../ui/day-field.tsx'
import classes from './follow-up-form.module.css'
import type { FollowUpValues } from './follow-up-values.ts'

interface FollowUpFieldsProps {
  readonly values: FollowUpValues
  readonly onChange: (patch: Partial<FollowUpValues>) => void
  readonly asksCustomer: boolean
  /** For many customers at once, who have no contact in common. */
  readonly isForMany?: boolean
  /** Saving was tried: what is missing says so. */
  readonly isTried: boolean
}

export function FollowUpFields({ values, onChange, asksCustomer, isForMany = false, isTried }: FollowUpFieldsProps) {
  const { t } = useTranslation('follow-ups')
  const staff = useStaff()
  const kind = useField('followUp', 'followUpKind')
  const { data: customer } = useQuery(
    api.customers.card.queryOptions({ input: values.customerId === null ? skipToken : { id: values.customerId } }),
  )
  const missing = (value: unknown) => (isTried && value === null ? t('missing') : undefined)

  return (
    <>
      {asksCustomer && (
        <CustomerInput
          label={t('customer')}
          value={values.customerId}
          onChange={(customerId) => onChange({ customerId, contactId: null })}
          error={missing(values.customerId)}
          autoFocus
          required
        />
      )}
      <div className={classes.due}>
        <DayField
          label={t('dueOn')}
          placeholder={t('dueOnHint')}
          value={values.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
          error={missing(values.dueOn)}
          autoFocus={!asksCustomer}
          required
        />
        <TimeField
          label={t('dueTime')}
          placeholder={t('allDay')}
          value={values.dueTime}
          onChange={(dueTime) => onChange({ dueTime })}
        />
      </div>
      <div className={classes.two}>
        {kind && (
          <ChoiceInput
            label={fieldLabel(kind)}
            options={choiceOptions(kind)}
            value={values.kind}
            onChange={(key) => key !== null && onChange({ kind: key })}
            clearable={false}
            required
          />
        )}
        {!isForMany && (
          <ChoiceInput
            label={t('contact')}
            options={(customer?.contacts ?? []).map(({ id, name }) => ({ key: String(id), label: name }))}
            value={values.contactId === null ? null : String(values.contactId)}
            onChange={(id) => onChange({ contactId: id === null ? null : ContactId.parse(Number(id)) })}
          />
        )}
      </div>
      <TextInput
        label={t('about')}
        value={values.title}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => onChange({ title: cleaned(event.currentTarget.value) })}
      />
      <Textarea
        label={t('content')}
        size="xs"
        value={values.content}
        maxLength={10_000}
        autosize
        minRows={3}
        maxRows={12}
        onChange={(event) => onChange({ content: cleaned(event.currentTarget.value) })}
      />
      <div className={classes.two}>
        <TextInput
          label={t('place')}
          value={values.place}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onChange({ place: cleaned(event.currentTarget.value) })}
        />
        <ChoiceInput
          label={t('staff')}
          options={staff.map(({ id, name }) => ({ key: String(id), label: name }))}
          value={values.staffId === null ? null : String(values.staffId)}
          onChange={(id) => onChange({ staffId: id === null ? null : StaffId.parse(Number(id)) })}
        />
      </div>
      <Checkbox
        label={t('isHigh')}
        checked={values.priority === 'high'}
        onChange={(event) => onChange({ priority: event.currentTarget.checked ? 'high' : 'normal' })}
      />
    </>
  )
}
