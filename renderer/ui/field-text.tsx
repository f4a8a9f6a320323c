import { skipToken, useQuery } from '@tanstack/react-query'
import { t } from 'i18next'
import { CustomerId } from '#contract/common.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { fieldValueText } from '../lib/field-value-text.ts'
import { paths } from '../lib/navigation.ts'

interface FieldTextProps {
  readonly field: Field
  readonly value: FieldValue | undefined
  /** What stands for nothing: a dash, unless said otherwise. */
  readonly empty?: string
  /** False inside something that is pressed itself: another customer is then only named. */
  readonly isLinked?: boolean
}

/** Shows a value of any field, as text. */
export function FieldText({ field, value = null, empty = t('common:none'), isLinked = true }: FieldTextProps) {
  if (field.type === 'customer' && typeof value === 'number') return <CustomerName id={value} isLinked={isLinked} />
  return <>{fieldValueText(field, value) || empty}</>
}

function CustomerName({ id, isLinked }: { readonly id: number; readonly isLinked: boolean }) {
  const known = CustomerId.safeParse(id).data
  const { data } = useQuery(api.customers.card.queryOptions({ input: known === undefined ? skipToken : { id: known } }))
  const name = data?.name ?? ''
  return isLinked ? <a href={paths.card(id)}>{name}</a> : <>{name}</>
}
