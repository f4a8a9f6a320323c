import { Select } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CustomerId } from '#contract/common.ts'
import type { SearchHit } from '#contract/search.ts'
import { api } from '../lib/api.ts'
import { formatPhone } from '../lib/format-phone.ts'
import classes from './customer-input.module.css'
import { type InputProps, kitProps } from './input-props.ts'
import { orNothing } from './or-nothing.ts'

interface CustomerInputProps extends InputProps {
  readonly value: CustomerId | null
  readonly onChange: (id: CustomerId | null, hit: SearchHit | null) => void
  /** Who is not offered. */
  readonly except?: readonly CustomerId[]
}

/** A customer, found as in the search box: by name, pinyin, phone or number. */
export function CustomerInput({ value, onChange, except = [], ...props }: CustomerInputProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<SearchHit | null>(null)
  const isKnown = picked?.customerId === value
  const { data: card } = useQuery(
    api.customers.card.queryOptions({ input: value === null || isKnown ? skipToken : { id: value } }),
  )
  const name = value === null ? '' : isKnown ? (picked?.customerName ?? '') : (card?.name ?? '')
  const { data: found } = useQuery(
    api.search.find.queryOptions({
      input: text.trim() === '' || text === name ? skipToken : { text, limit: 8 },
      placeholderData: keepPreviousData,
    }),
  )
  const { data: recent } = useQuery(api.search.recent.queryOptions({ input: { limit: 8 } }))
  const hits = uniqueCustomers((text.trim() === '' || text === name ? recent : found?.hits) ?? []).filter(
    ({ customerId }) => !except.includes(customerId),
  )
  const hitOf = (key: string | null) => hits.find(({ customerId }) => String(customerId) === key) ?? null
  const options = hits.map((hit) => ({ value: String(hit.customerId), label: hit.customerName }))
  const isListed = options.some((option) => option.value === String(value))

  return (
    <Select
      {...kitProps({ placeholder: t('field.pickCustomer'), ...props })}
      data={value === null || isListed || name === '' ? options : [{ value: String(value), label: name }, ...options]}
      value={value === null ? null : String(value)}
      onChange={(key) => {
        setPicked(hitOf(key))
        onChange(key === null ? null : CustomerId.parse(Number(key)), hitOf(key))
      }}
      searchable
      onSearchChange={setText}
      selectFirstOptionOnChange
      filter={({ options }) => orNothing(options, t(text === '' ? 'field.pickCustomer' : 'noMatch'))}
      renderOption={({ option }) => {
        const hit = hitOf(option.value)
        return (
          <span className={classes.option}>
            <span className={classes.name}>{option.label}</span>
            <span className={classes.hint}>
              {hit === null ? '' : hit.phone === null ? hit.number : formatPhone(hit.phone)}
            </span>
          </span>
        )
      }}
    />
  )
}

/** A customer may be found by its name and by its contacts: it stands in the list once. */
function uniqueCustomers(hits: readonly SearchHit[]): readonly SearchHit[] {
  return [...new Map(hits.toReversed().map((hit) => [hit.customerId, hit])).values()].toReversed()
}
