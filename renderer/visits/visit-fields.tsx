import { NumberInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ContactId, StaffId } from '#contract/common.ts'
import { api } from '../lib/api.ts'
import { choiceOptions, fieldLabel, useField } from '../lib/layout.ts'
import { useStaff } from '../lib/start.ts'
import { ChoiceInput, ChoicesInput } from '../ui/choice-input.tsx'
import { CustomerInput } from '../ui/customer-input.tsx'
import { DayField, TimeField } from '../ui/day-field.tsx'
import { LongText, ShortText } from './visit-texts.tsx'
import type { VisitValues } from './visit-values.ts'
import classes from './visit-form.module.css'

interface VisitFieldsProps {
  readonly values: VisitValues
  readonly onChange: (patch: Partial<VisitValues>) => void
  readonly asksCustomer: boolean
  /** Saving was tried: what is missing says so. */
  readonly isTried: boolean
}

export function VisitFields({ values, onChange, asksCustomer, isTried }: VisitFieldsProps) {
  const { t } = useTranslation('visits')
  const staff = useStaff()
  const card = api.customers.card.queryOptions({
    input: values.customerId === null ? skipToken : { id: values.customerId },
  })
  const { data: customer } = useQuery(card)
  const missing = (value: unknown) => (isTried && value === null ? t('missing') : undefined)

  return (
    <>
      {asksCustomer && (
        <CustomerInput
          label={t('customer')}
          value={values.customerId}
          onChange={(customerId) => onChange({ customerId, contactIds: [] })}
          error={missing(values.customerId)}
          autoFocus
          required
        />
      )}
      <div className={classes.three}>
        <DayField
          label={t('visitedOn')}
          leaning="past"
          value={values.day}
          onChange={(day) => onChange({ day })}
          error={missing(values.day)}
          required
        />
        <TimeField
          label={t('visitedTime')}
          value={values.time}
          onChange={(time) => onChange({ time })}
          error={missing(values.time)}
          required
        />
        <ChoiceOf
          field="channel"
          value={values.channel}
          onChange={(channel) => onChange({ channel })}
          error={missing(values.channel)}
        />
      </div>
      <div className={classes.two}>
        <ChoicesInput
          label={t('contacts')}
          options={(customer?.contacts ?? []).map(({ id, name }) => ({ key: String(id), label: name }))}
          value={values.contactIds.map(String)}
          onChange={(ids) => onChange({ contactIds: ids.map((id) => ContactId.parse(Number(id))) })}
        />
        <ChoiceInput
          label={t('staff')}
          options={staff.map(({ id, name }) => ({ key: String(id), label: name }))}
          value={values.staffId === null ? null : String(values.staffId)}
          onChange={(id) => onChange({ staffId: id === null ? null : StaffId.parse(Number(id)) })}
        />
      </div>
      <LongText
        label={t('situation')}
        value={values.situation}
        onChange={(situation) => onChange({ situation })}
        autoFocus={!asksCustomer}
        rows={3}
        maxLength={100_000}
      />
      <div className={classes.two}>
        <ChoiceOf field="purpose" value={values.purpose} onChange={(purpose) => onChange({ purpose })} />
        <ChoiceOf field="result" value={values.result} onChange={(result) => onChange({ result })} />
      </div>
    </>
  )
}

/** For the next time: what to bring and how to go about it. */
export function VisitPlans({ values, onChange }: Pick<VisitFieldsProps, 'values' | 'onChange'>) {
  const { t } = useTranslation('visits')
  return (
    <>
      <LongText
        label={t('preparation')}
        value={values.preparation}
        onChange={(preparation) => onChange({ preparation })}
      />
      <LongText label={t('approach')} value={values.approach} onChange={(approach) => onChange({ approach })} />
    </>
  )
}

/** What is worth keeping of a visit, but not always there. */
export function VisitDetails({ values, onChange }: Pick<VisitFieldsProps, 'values' | 'onChange'>) {
  const { t } = useTranslation('visits')
  return (
    <div className={classes.two}>
      <ShortText
        label={t('resultNote')}
        value={values.resultNote}
        onChange={(resultNote) => onChange({ resultNote })}
      />
      <ShortText label={t('mood')} value={values.mood} onChange={(mood) => onChange({ mood })} />
      <ShortText
        label={t('decisionNote')}
        value={values.decisionNote}
        onChange={(decisionNote) => onChange({ decisionNote })}
      />
      <NumberInput
        label={t('duration')}
        suffix={t('minutes')}
        value={values.durationMinutes ?? ''}
        onChange={(value) => onChange({ durationMinutes: typeof value === 'number' ? value : null })}
        min={0}
        max={24 * 60}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        size="xs"
      />
    </div>
  )
}

interface ChoiceOfProps {
  readonly field: 'channel' | 'purpose' | 'result'
  readonly value: string | null
  readonly onChange: (key: string | null) => void
  readonly error?: string | undefined
}

/** One of the editable lists of visits. */
function ChoiceOf({ field: key, value, onChange, error }: ChoiceOfProps) {
  const field = useField('visit', key)
  if (field === undefined) return null
  return (
    <ChoiceInput
      label={fieldLabel(field)}
      options={choiceOptions(field)}
      value={value}
      onChange={onChange}
      error={error}
      required={field.required}
      clearable={!field.required}
    />
  )
}
