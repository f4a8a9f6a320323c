import type { Choice, Field, FieldType, Layout } from '#contract/fields.ts'
import type { ImportField, ImportPart } from '#contract/imports.ts'
import { ownerField } from '../fields/field-queries.ts'

/** What the values of a target are made of: enough to read and check them. */
export interface TargetField extends ImportField {
  readonly type: FieldType | 'minute'
  readonly definition: Field
}

const contactFields: Readonly<Record<string, FieldType>> = {
  name: 'text',
  reading: 'text',
  title: 'text',
  role: 'choice',
  isDecisionMaker: 'yesNo',
  isPrimary: 'yesNo',
  phones: 'phone',
  wechat: 'text',
  email: 'text',
  birthday: 'partialDate',
  hometown: 'text',
  preferredChannel: 'choice',
  relation: 'text',
  reportsTo: 'text',
  influences: 'text',
  notes: 'longText',
}

const visitFields: Readonly<Record<string, FieldType | 'minute'>> = {
  visitedAt: 'minute',
  channel: 'choice',
  contactNames: 'text',
  staffName: 'text',
  purpose: 'choice',
  situation: 'longText',
  result: 'choice',
  resultNote: 'text',
  mood: 'text',
  decisionNote: 'text',
  preparation: 'longText',
  approach: 'longText',
  durationMinutes: 'number',
}

const partsByField: Readonly<Record<string, readonly ImportPart[]>> = {
  name: ['familyName', 'middleName', 'givenName'],
  address: ['area', 'street', 'district', 'city', 'region', 'postcode', 'country', 'label'],
  phones: ['label'],
}

/** Kept on import when the file gives them, although nobody types them. */
const importable = new Set(['createdBy', 'createdOn'])

/** What is put away or out of use takes nothing new in. */
function isOffered({ key, readOnly, hidden, retired }: Field): boolean {
  return (!readOnly || importable.has(key)) && !hidden && !retired
}

/** Every place a column can go. */
export function importTargets(layout: Layout): ImportField[] {
  const whole = (owner: ImportField['owner']) => (field: string) => ({ owner, field, part: null })
  const customers = layout.fields
    .filter((field) => field.owner === 'customer' && isOffered(field))
    .flatMap(({ key }): ImportField[] => {
      const parts = partsByField[key] ?? []
      return [whole('customer')(key), ...parts.map((part) => ({ owner: 'customer' as const, field: key, part }))]
    })
  const contacts = Object.keys(contactFields).flatMap((field): ImportField[] => [
    whole('contact')(field),
    ...(field === 'address' ? [] : (partsByField[field] ?? [])).map((part) => ({
      owner: 'contact' as const,
      field,
      part,
    })),
  ])
  return [...customers, ...contacts, ...Object.keys(visitFields).map(whole('visit'))]
}

export function targetField(layout: Layout, target: ImportField): TargetField | undefined {
  const own = layout.fields.find(({ owner, key }) => owner === target.owner && key === target.field)
  const type =
    target.owner === 'contact'
      ? contactFields[target.field]
      : target.owner === 'visit'
        ? visitFields[target.field]
        : own?.type
  if (type === undefined) return undefined
  // The staff are known by name; who is not known yet is added when the rows are written.
  if (own?.key === ownerField) return { ...target, type: 'text', definition: { ...own, type: 'text', choices: [] } }
  const definition = own ?? definitionOf(target.owner, target.field, type === 'minute' ? 'text' : type, [])
  // A name or address in pieces is text until it is put together.
  return { owner: target.owner, field: target.field, part: target.part, type: target.part ? 'text' : type, definition }
}

/** A field that stands in no layout: of a contact or visit, or not made yet. */
export function definitionOf(owner: ImportField['owner'], key: string, type: FieldType, choices: Choice[]): Field {
  return {
    id: 0,
    owner,
    key,
    labelZh: key,
    labelEn: key,
    type,
    storage: 'value',
    section: null,
    position: 0,
    required: false,
    sensitive: false,
    printed: false,
    listed: false,
    hidden: false,
    retired: false,
    readOnly: false,
    shipped: false,
    choices,
  }
}
