import { z } from 'zod'
import { line, Written } from './common.ts'
import { procedure } from './errors.ts'

export const FieldType = z.enum([
  'text',
  'longText',
  'number',
  'money',
  'date',
  'partialDate',
  'yesNo',
  'choice',
  'choices',
  'tags',
  'phone',
  'email',
  'link',
  'customer',
])
export type FieldType = z.infer<typeof FieldType>

/** The records that carry fields. Visits and follow-ups use them for their editable lists (channel, purpose, kind …). */
export const FieldOwner = z.enum(['customer', 'contact', 'visit', 'followUp'])
export type FieldOwner = z.infer<typeof FieldOwner>

/**
 * A value of any field, as it travels and as it is stored.
 *
 * text, longText, phone, email, link: string · number: number · money: integer minor units (分) ·
 * date: `Day` · partialDate: `PartialDate` · yesNo: boolean · choice: the choice's key ·
 * choices: keys · tags: words · customer: customer id · empty: null
 */
export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export type FieldValue = z.infer<typeof FieldValue>

/** Values by field key. A key that is absent is empty. */
export const FieldValues = z.record(z.string(), FieldValue)
export type FieldValues = z.infer<typeof FieldValues>

export const Choice = z.object({
  key: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  hidden: z.boolean(),
})
export type Choice = z.infer<typeof Choice>

/**
 * Where a field's value lives. `value`: in the record's JSON column, like every custom field; `column`: in a column of
 * its own because a rule of the core reads it; `part`: shown from other rows (phones, contacts), never edited as a value.
 */
export const FieldStorage = z.enum(['value', 'column', 'part'])
export type FieldStorage = z.infer<typeof FieldStorage>

export const Field = z.object({
  id: z.int(),
  owner: FieldOwner,
  key: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  type: FieldType,
  storage: FieldStorage,
  /** Key of the section it stands in; null when the card does not show it (last and next contact, for example). */
  section: z.string().nullable(),
  position: z.int(),
  required: z.boolean(),
  sensitive: z.boolean(),
  printed: z.boolean(),
  /** Offered as a column of the list. */
  listed: z.boolean(),
  hidden: z.boolean(),
  /** Out of use: shown where it still holds a value, offered nowhere else. */
  retired: z.boolean(),
  /** Set by the program, not by hand. */
  readOnly: z.boolean(),
  /** Came with the program, so its label may be renamed but it cannot be removed. */
  shipped: z.boolean(),
  choices: z.array(Choice),
})
export type Field = z.infer<typeof Field>

export const Section = z.object({
  key: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  position: z.int(),
  hidden: z.boolean(),
  /** How much it counts for the completeness of a card; 0 leaves it out. */
  weight: z.int(),
  shipped: z.boolean(),
})
export type Section = z.infer<typeof Section>

/** Everything that decides what a card, a list, a form and a sheet show: sections in order, fields in order. */
export const Layout = z.object({ sections: z.array(Section), fields: z.array(Field) })
export type Layout = z.infer<typeof Layout>

/** What a card field can be made of by hand. Tags are one shipped field. */
export const OwnFieldType = FieldType.exclude(['tags'])
export type OwnFieldType = z.infer<typeof OwnFieldType>

const label = line(60).min(1)
const labels = { labelZh: label, labelEn: label }

/** Only customers have fields of one's own; what the other records hold is laid down. */
export const FieldDraft = z.object({
  owner: z.literal('customer'),
  ...labels,
  type: FieldType,
  section: z.string().nullable(),
  choices: z.array(z.object(labels)).default([]),
  required: z.boolean().optional(),
  sensitive: z.boolean().optional(),
  /** Printed and listed unless it says no. */
  printed: z.boolean().optional(),
  listed: z.boolean().optional(),
})
export type FieldDraft = z.infer<typeof FieldDraft>

/** What of a field may be changed. What is left out stays. */
export const FieldEdit = z
  .object({
    ...labels,
    /** Taken only when every value there is fits the new type. */
    type: OwnFieldType,
    required: z.boolean(),
    sensitive: z.boolean(),
    printed: z.boolean(),
    listed: z.boolean(),
    hidden: z.boolean(),
    retired: z.boolean(),
  })
  .partial()
export type FieldEdit = z.infer<typeof FieldEdit>

export const SectionEdit = z.object({ ...labels, hidden: z.boolean(), weight: z.int().min(0).max(10) }).partial()
export type SectionEdit = z.infer<typeof SectionEdit>

export const ChoiceEdit = z.object({ ...labels, hidden: z.boolean() }).partial()
export type ChoiceEdit = z.infer<typeof ChoiceEdit>

/** The trades the program comes prepared for. */
export const TradeKey = z.enum(['general', 'decoration', 'beauty', 'maintenance'])
export type TradeKey = z.infer<typeof TradeKey>

/** What a trade template would do to the layout as it is now. */
export const TradeTemplate = z.object({
  key: TradeKey,
  labelZh: z.string(),
  labelEn: z.string(),
  /** Sections and fields it adds; those that are there already are left out. */
  sections: z.array(z.object({ key: z.string(), ...labels })),
  fields: z.array(FieldDraft),
  /** Fields it shows again that were hidden, and fields it hides because the trade has no use for them; by key. */
  shows: z.array(z.string()),
  hides: z.array(z.string()),
})
export type TradeTemplate = z.infer<typeof TradeTemplate>

const fieldId = z.int().positive()
const sectionKey = z.string().min(1)
const choiceKey = z.string().min(1)

export const fields = {
  layout: procedure.output(Layout),
  add: procedure.input(FieldDraft).output(Written.extend({ field: Field })),
  edit: procedure.input(z.object({ id: fieldId, change: FieldEdit })).output(Written.extend({ field: Field })),
  /** Puts a field of the card before another of that section; `before` null: at its end. */
  move: procedure.input(z.object({ id: fieldId, section: sectionKey, before: fieldId.nullable() })).output(Written),
  /** How much hangs on a field, to be asked about before it is deleted. */
  usage: procedure.input(z.object({ id: fieldId })).output(
    z.object({
      /** Records that hold a value. */
      values: z.int(),
      /** How many of them hold which choice, by choice key. */
      choices: z.record(z.string(), z.int()),
      /** Saved views that filter, sort or show by it. */
      views: z.int(),
    }),
  ),
  /** The values stay with the records for 90 days, out of sight, and are back when it is undone or restored. */
  remove: procedure.input(z.object({ id: fieldId })).output(Written.extend({ values: z.int() })),
  addSection: procedure.input(z.object(labels)).output(Written.extend({ key: sectionKey })),
  editSection: procedure.input(z.object({ key: sectionKey, change: SectionEdit })).output(Written),
  moveSection: procedure.input(z.object({ key: sectionKey, before: sectionKey.nullable() })).output(Written),
  /** Its fields go to another section. */
  removeSection: procedure.input(z.object({ key: sectionKey, fieldsTo: sectionKey })).output(Written),
  addChoice: procedure.input(z.object({ field: fieldId, ...labels })).output(Written.extend({ key: choiceKey })),
  editChoice: procedure.input(z.object({ field: fieldId, key: choiceKey, change: ChoiceEdit })).output(Written),
  moveChoice: procedure
    .input(z.object({ field: fieldId, key: choiceKey, before: choiceKey.nullable() }))
    .output(Written),
  /** Every record that holds `from` holds `into` afterwards, saved views included; `from` is gone. */
  mergeChoices: procedure
    .input(z.object({ field: fieldId, from: choiceKey, into: choiceKey }))
    .output(Written.extend({ values: z.int() })),
  /** Only a choice that nothing holds; one in use can be hidden or merged. */
  removeChoice: procedure.input(z.object({ field: fieldId, key: choiceKey })).output(Written),
  templates: procedure.output(z.array(TradeTemplate)),
  applyTemplate: procedure.input(z.object({ key: TradeKey })).output(Written),
}
