import type { Field } from '#contract/fields.ts'
import { fail } from '../lib/fail.ts'
import { type Labels, sameLabels } from '../lib/label.ts'
import { ownerField } from './field-queries.ts'
import { shippedChoices } from './shipped-choices.ts'

const mostRequired = 5

/**
 * Shipped fields whose values the program itself goes by, though they stand among the others: how long a card counts as
 * fresh (grade), who looks after it (owner), finding and matching (wechat, tags), what falls due (birthday,
 * contractEndsOn), and who is about to be lost (loyalty, lifeCycle).
 */
const read: ReadonlySet<string> = new Set([
  'grade',
  ownerField,
  'wechat',
  'tags',
  'birthday',
  'contractEndsOn',
  'loyalty',
  'lifeCycle',
])

/** Choices that the program itself puts into records: by the key of their field. */
const written: Readonly<Record<string, readonly string[]>> = {
  kind: keysOf('kind'),
  role: ['decisionMaker'],
  channel: ['onSite', 'inShop', 'phone'],
  followUpKind: keysOf('followUpKind'),
}

/** The program goes by its values, so it can neither go nor become something else. */
export function isNeeded({ shipped, storage, key }: Field): boolean {
  return shipped && (storage !== 'value' || read.has(key))
}

export function refuseNeeded(field: Field): void {
  if (isNeeded(field)) fail('RULE_BROKEN', { rule: 'neededByProgram' })
}

/** Without it there is no record: it cannot be left empty, nor be out of sight. */
export function refuseEssential(field: Field): void {
  if (isNeeded(field) && field.required) fail('RULE_BROKEN', { rule: 'neededByProgram' })
}

/** Its choices are not the owner's to add to or to take from: they are the staff, or the kinds the program knows. */
export function refuseFixedChoices({ key }: Field): void {
  if (key === ownerField || key === 'kind') fail('RULE_BROKEN', { rule: 'neededByProgram' })
}

export function refuseWrittenChoice({ key }: Field, choice: string): void {
  if (written[key]?.includes(choice)) fail('RULE_BROKEN', { rule: 'neededByProgram' })
}

export function refuseNamesake(fields: Iterable<Field>, labels: Labels, except: number | null): void {
  for (const field of fields) {
    if (field.id !== except && sameLabels(field, labels)) fail('RULE_BROKEN', { rule: 'fieldExists' })
  }
}

/** Forms stay short. The card number asks nobody: it is made by its rule. */
export function refuseSixthRequired(fields: Iterable<Field>, except: number | null): void {
  const required = [...fields].filter(({ id, key, required }) => required && key !== 'number' && id !== except)
  if (required.length >= mostRequired) fail('RULE_BROKEN', { rule: 'tooManyRequired' })
}

function keysOf(field: string): string[] {
  return (shippedChoices[field] ?? []).map(([key]) => key)
}
