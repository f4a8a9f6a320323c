import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { Difference, ValueSource } from '#contract/duplicates.ts'
import type { Field } from '#contract/fields.ts'
import { fieldValueText } from '../lib/field-value-text.ts'
import { formatInstant } from '../lib/format.ts'
import { formatPhone } from '../lib/format-phone.ts'
import { fieldLabel, useLayout } from '../lib/layout.ts'
import { FieldText } from '../ui/field-text.tsx'
import type { ComparedCard, Comparison } from './comparison.ts'
import classes from './merge-table.module.css'

interface MergeTableProps {
  readonly comparison: Comparison
  readonly survivor: CustomerId
  readonly onSurvivor: (id: CustomerId) => void
  readonly values: Readonly<Record<string, ValueSource>>
  readonly onValue: (field: string, source: ValueSource) => void
}

/** A column for each card, a row for each field in which they differ, and below what is kept of all of them anyway. */
export function MergeTable({ comparison, survivor, onSurvivor, values, onValue }: MergeTableProps) {
  const { t } = useTranslation('duplicates')
  const { fields } = useLayout()
  const { cards, differences } = comparison
  const hasAll = differences.some(({ canHoldAll }) => canHoldAll)
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">
            {t('merge.survivor')}
            <span className={classes.hint}>{t('merge.survivorHint')}</span>
          </th>
          {cards.map((card) => (
            <th key={card.id} scope="col" data-stays={card.id === survivor || undefined}>
              <Radio
                name="survivor"
                checked={card.id === survivor}
                onChange={() => onSurvivor(card.id)}
                aria-label={t('merge.stay', { name: card.name, number: card.number })}
                label={<CardHead card={card} />}
              />
            </th>
          ))}
          {hasAll && (
            <th scope="col" className={classes.all}>
              <span className={classes.hint}>{t('merge.allHint')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => {
          const field = fields.find(({ owner, key }) => owner === 'customer' && key === difference.field)
          if (!field) return null
          return (
            <FieldRow
              key={field.key}
              field={field}
              difference={difference}
              cards={cards}
              hasAll={hasAll}
              source={values[field.key] ?? difference.suggested}
              onSource={(source) => onValue(field.key, source)}
            />
          )
        })}
      </tbody>
      <KeptRows cards={cards} hasAll={hasAll} />
    </table>
  )
}

function CardHead({ card }: { readonly card: ComparedCard }) {
  const { t } = useTranslation('duplicates')
  return (
    <>
      <span className={classes.name}>{card.name}</span>
      <span className={classes.facts}>
        {[card.number, t('group.changed', { day: formatInstant(card.changedAt).slice(0, 10) })].join(' · ')}
      </span>
    </>
  )
}

interface FieldRowProps {
  readonly field: Field
  readonly difference: Difference
  readonly cards: readonly ComparedCard[]
  readonly hasAll: boolean
  readonly source: ValueSource
  readonly onSource: (source: ValueSource) => void
}

function FieldRow({ field, difference, cards, hasAll, source, onSource }: FieldRowProps) {
  const { t } = useTranslation(['duplicates', 'common'])
  const label = fieldLabel(field)
  const choice = (of: ValueSource, name: string, shown: ReactNode) => (
    <Radio
      name={field.key}
      checked={source === of}
      onChange={() => onSource(of)}
      aria-label={name}
      label={<span className={classes.value}>{shown}</span>}
    />
  )
  return (
    <tr>
      <th scope="row">{label}</th>
      {cards.map(({ id, values }) => {
        const value = values[field.key]
        if (value === undefined || value === null) return <td key={id}>{t('common:none')}</td>
        const text = field.sensitive ? masked(String(value)) : fieldValueText(field, value)
        return (
          <td key={id} data-taken={source === id || source === 'all' || undefined}>
            {choice(
              id,
              t('merge.take', { field: label, value: text }),
              field.sensitive ? text : <FieldText field={field} value={value} />,
            )}
          </td>
        )
      })}
      {hasAll && (
        <td data-taken={source === 'all' || undefined}>
          {difference.canHoldAll && choice('all', t('merge.takeAll', { field: label }), t('merge.all'))}
        </td>
      )}
    </tr>
  )
}

/** Enough to tell two long ones apart without showing either. */
function masked(text: string): string {
  return text.length < 8 ? '••••' : `•••• ${text.slice(-4)}`
}

function KeptRows({ cards, hasAll }: { readonly cards: readonly ComparedCard[]; readonly hasAll: boolean }) {
  const { t } = useTranslation('duplicates')
  const rows = [
    { label: t('merge.phones'), of: ({ phones }: ComparedCard) => phones.map(({ number }) => formatPhone(number)) },
    {
      label: t('merge.addresses'),
      of: ({ addresses }: ComparedCard) => addresses.map(({ area, street }) => area + street),
    },
    { label: t('merge.contacts'), of: ({ contacts }: ComparedCard) => contacts.map(contactText) },
    { label: t('merge.affiliates'), of: ({ affiliates }: ComparedCard) => affiliates.map(({ name }) => name) },
    {
      label: t('merge.records'),
      of: ({ records: { visits, followUps, attachments } }: ComparedCard) => [
        ...(visits > 0 ? [t('merge.visits', { count: visits })] : []),
        ...(followUps > 0 ? [t('merge.followUps', { count: followUps })] : []),
        ...(attachments > 0 ? [t('merge.files', { count: attachments })] : []),
      ],
    },
  ].filter(({ of }) => cards.some((card) => of(card).length > 0))
  if (rows.length === 0) return null
  return (
    <tbody className={classes.kept}>
      <tr>
        <th scope="rowgroup" colSpan={cards.length + (hasAll ? 2 : 1)}>
          {t('merge.kept')}
        </th>
      </tr>
      {rows.map(({ label, of }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          {cards.map((card, index) => (
            <td key={card.id} colSpan={hasAll && index === cards.length - 1 ? 2 : 1}>
              {[...new Set(of(card))].map((text) => (
                <span key={text} className={classes.line}>
                  {text}
                </span>
              ))}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function contactText({ name, title, phones }: ComparedCard['contacts'][number]): string {
  return [name, title, ...phones.map(({ number }) => formatPhone(number))].filter(Boolean).join(' ')
}
