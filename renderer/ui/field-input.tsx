import { TagsInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CustomerId, Day } from '#contract/common.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { PartialDate } from '#contract/partial-date.ts'
import { cleaned } from '../lib/clean-notice.ts'
import { formatAmount, formatNumber } from '../lib/format.ts'
import { choiceOptions, fieldLabel } from '../lib/layout.ts'
import { parseMoney, parseNumber } from '../lib/parse-number.ts'
import { ChoiceInput, ChoicesInput } from './choice-input.tsx'
import { CustomerInput } from './customer-input.tsx'
import { DayField, PartialDateField } from './day-field.tsx'
import { type InputProps, kitProps } from './input-props.ts'
import { ParsedInput } from './parsed-input.tsx'

interface FieldInputProps extends InputProps {
  readonly field: Field
  readonly value: FieldValue
  /** A text that is no number, amount or date (yet) comes as it is typed: the core refuses it in words. */
  readonly onChange: (value: FieldValue) => void
}

/** Edits a value of any field. */
export function FieldInput({ field, value, onChange, ...rest }: FieldInputProps) {
  const { t } = useTranslation(['common', 'errors'])
  const props = { name: fieldLabel(field), required: field.required && rest.label !== undefined, ...rest }
  const orText = (parsed: FieldValue, text: string) => onChange(parsed ?? (text === '' ? null : text))

  switch (field.type) {
    case 'longText':
      return (
        <Textarea
          {...kitProps(props)}
          autosize
          minRows={1}
          maxRows={12}
          value={textOf(value)}
          onChange={(event) => onChange(cleaned(event.currentTarget.value) || null)}
        />
      )
    case 'number':
      return (
        <ParsedInput
          {...props}
          value={numberOf(value)}
          onChange={orText}
          parse={parseNumber}
          show={formatNumber}
          unclear={t('errors:problem.notANumber')}
          inputMode="decimal"
        />
      )
    case 'money':
      return (
        <ParsedInput
          {...props}
          value={numberOf(value)}
          onChange={orText}
          parse={parseMoney}
          show={formatAmount}
          unclear={t('errors:problem.notMoney')}
          inputMode="decimal"
        />
      )
    case 'date':
      return <DayField {...props} value={Day.safeParse(value).data ?? null} onChange={orText} />
    case 'partialDate':
      return <PartialDateField {...props} value={PartialDate.safeParse(value).data ?? null} onChange={orText} />
    case 'yesNo':
      return (
        <ChoiceInput
          {...props}
          options={[
            { key: 'yes', label: t('yes') },
            { key: 'no', label: t('no') },
          ]}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(key) => onChange(key === null ? null : key === 'yes')}
        />
      )
    case 'choice':
      return <ChoiceInput {...props} options={choiceOptions(field)} value={textOf(value) || null} onChange={onChange} />
    case 'choices':
      return <ChoicesInput {...props} options={choiceOptions(field)} value={wordsOf(value)} onChange={onChange} />
    case 'tags':
      return (
        <TagsInput
          {...kitProps(props)}
          value={wordsOf(value)}
          onChange={(words) => onChange(words.length === 0 ? null : words)}
          splitChars={[',', '，', '、', ';', '；']}
          placeholder={t('field.tagsHint')}
        />
      )
    case 'customer':
      return (
        <CustomerInput {...props} value={CustomerId.safeParse(value).data ?? null} onChange={(id) => onChange(id)} />
      )
    case 'text':
    case 'phone':
    case 'email':
    case 'link':
      return (
        <TextInput
          {...kitProps(props)}
          autoComplete="off"
          inputMode={({ text: 'text', phone: 'tel', email: 'email', link: 'url' } as const)[field.type]}
          value={textOf(value)}
          onChange={(event) => onChange(cleaned(event.currentTarget.value) || null)}
        />
      )
  }
}

function textOf(value: FieldValue): string {
  return typeof value === 'string' ? value : ''
}

function numberOf(value: FieldValue): number | null {
  return typeof value === 'number' ? value : null
}

function wordsOf(value: FieldValue): string[] {
  return Array.isArray(value) ? value : []
}
