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
})
export type Section = z.infer<typeof Section>

/** Everything that decides what a card, a list, a form and a sheet show: sections in order, fields in order. */
export const Layout = z.object({ sections: z.array(Section), fields: z.array(Field) })
export type Layout = z.infer<typeof Layout>

export const FieldDraft = z.object({
  owner: FieldOwner,
  labelZh: line(60).min(1),
  labelEn: line(60).min(1),
  type: FieldType,
  section: z.string().nullable(),
  choices: z.array(z.object({ labelZh: line(60).min(1), labelEn: line(60).min(1) })).default([]),
})
export type FieldDraft = z.infer<typeof FieldDraft>

export const fields = {
  layout: procedure.output(Layout),
  add: procedure.input(FieldDraft).output(Written.extend({ field: Field })),
}
