import type { CustomTypeOptions, TFunction } from 'i18next'
import type { Field, FieldOwner, FieldType, FieldValue } from '#contract/fields.ts'
import type { RecordChange } from '#contract/operations.ts'
import { fieldValueText } from '../lib/field-value-text.ts'
import { fieldLabel } from '../lib/layout.ts'

type Words = TFunction<readonly ['history', 'common']>
type Entity = RecordChange['entity']
type ValueName = keyof CustomTypeOptions['resources']['history']['value']

/** How a value of a record is called and shown. */
export interface ToldField {
  readonly label: string
  readonly field: Pick<Field, 'type' | 'choices'>
  readonly isSensitive: boolean
}

const ownerOf: Partial<Record<Entity, FieldOwner>> = {
  customer: 'customer',
  contact: 'contact',
  visit: 'visit',
  followUp: 'followUp',
}

const typeOf: Partial<Record<string, FieldType>> = { birthday: 'partialDate', number: 'phone' }

/** Of a customer by the layout; of other records by the words of their forms. */
export function toldField(t: Words, entity: Entity, key: string, fields: readonly Field[]): ToldField {
  const known = fields.find((field) => field.owner === ownerOf[entity] && field.key === fieldKey(entity, key))
  if (entity === 'customer') {
    const label = known ? fieldLabel(known) : t('goneField')
    return { label, field: known ?? noField, isSensitive: known?.sensitive ?? false }
  }
  const type = typeOf[key] ?? 'text'
  return { label: labelOf(t, entity, key), field: known ?? { type, choices: [] }, isSensitive: false }
}

export function toldValue(t: Words, key: string, field: ToldField['field'], value: FieldValue): string {
  if (key === 'status') return t(`status.${value as 'open'}`)
  if (key === 'priority') return t(`priority.${value as 'normal'}`)
  if (key === 'visitedAt' && typeof value === 'string') return value.replace('T', ' ')
  return fieldValueText(field, value)
}

const noField: ToldField['field'] = { type: 'text', choices: [] }

/** The kinds of a follow-up are a field of another name. */
function fieldKey(entity: Entity, key: string): string {
  return entity === 'followUp' && key === 'kind' ? 'followUpKind' : key
}

function labelOf(t: Words, entity: Entity, key: string): string {
  if (entity === 'followUp' && key === 'title') return t('topic')
  if (entity === 'attachment' && key === 'name') return t('fileName')
  return t(`value.${key as ValueName}`)
}
