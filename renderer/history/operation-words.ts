import type { TFunction } from 'i18next'
import type { Field } from '#contract/fields.ts'
import type { KeptRecord, Operation } from '#contract/operations.ts'
import { fieldLabel } from '../lib/layout.ts'

type Words = TFunction<readonly ['history', 'common']>

/** What was done, as one sentence: 改了 张伟 的 电话. */
export function operationWords(t: Words, { kind, subject }: Operation, fields: readonly Field[]): string {
  const name = subject.name ?? (subject.purged ? t('nameless') : '')
  const count = subject.count ?? 1
  const field = labelOfKey(subject.field, fields)
  if (kind === 'editCustomer') return t('kind.editCustomer', { name, field: field ?? t('someField') })
  if (kind === 'editCustomers') return t('kind.editCustomers', { count, field: field ?? t('someField') })
  if (kind === 'removeCustomers' && name !== '' && count === 1) return t('kind.removeCustomer', { name })
  if (kind === 'restore' && name !== '' && count === 1) return t('kind.restoreOne', { name })
  if (kind === 'import') return t('kind.import', { name: name || t('someFile'), count: subject.count ?? 0 })
  return t(`kind.${kind}`, { name, count })
}

export function canUndo({ undoneBy, kind, subject }: Operation): boolean {
  return undoneBy === null && kind !== 'setUp' && !subject.purged
}

/** What an undo left alone, and because of which later edit. */
export function keptWords(t: Words, { name, fields: keys, changedBy }: KeptRecord, fields: readonly Field[]): string {
  const labels = keys.flatMap((key) => labelOfKey(camelCase(key), fields) ?? [])
  const what = labels.length === 0 ? name : t('keptFields', { name, fields: labels.join(t('common:comma')) })
  return changedBy === null ? what : t('keptBecause', { what, later: operationWords(t, changedBy, fields) })
}

function labelOfKey(key: string | undefined, fields: readonly Field[]): string | undefined {
  const field = fields.find((field) => field.key === key)
  return field && fieldLabel(field)
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
