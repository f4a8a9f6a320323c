import { z } from 'zod'
import {
  ContactId,
  CustomerId,
  Day,
  FollowUpId,
  Instant,
  LocalMinute,
  line,
  prose,
  TimeOfDay,
  Written,
} from './common.ts'
import { procedure } from './errors.ts'
import { FieldValue, FieldValues } from './fields.ts'
import { PartialDate } from './partial-date.ts'
import { Phone, PhoneDraft } from './phones.ts'

export const CustomerKind = z.enum(['person', 'company'])
export type CustomerKind = z.infer<typeof CustomerKind>

export const Contact = z.object({
  id: ContactId,
  customerId: CustomerId,
  name: z.string(),
  reading: z.string(),
  title: z.string(),
  /** Key of a choice of the field `role`. */
  role: z.string().nullable(),
  isDecisionMaker: z.boolean(),
  isPrimary: z.boolean(),
  phones: z.array(Phone),
  wechat: z.string(),
  email: z.string(),
  birthday: PartialDate.nullable(),
  hometown: z.string(),
  /** Key of a choice of the field `preferredChannel`. */
  preferredChannel: z.string().nullable(),
  /** How this person stands to the decision maker, in words. */
  relation: z.string(),
  notes: z.string(),
})
export type Contact = z.infer<typeof Contact>

export const ContactDraft = z.object({
  customerId: CustomerId,
  /** Null for a new contact. */
  id: ContactId.nullable(),
  name: line(200).min(1),
  title: line(200),
  role: z.string().nullable(),
  isDecisionMaker: z.boolean(),
  isPrimary: z.boolean(),
  phones: z.array(PhoneDraft).max(20),
  wechat: line(100),
  email: line(200),
  birthday: PartialDate.nullable(),
  hometown: line(200),
  preferredChannel: z.string().nullable(),
  relation: line(500),
  notes: prose(100_000),
})
export type ContactDraft = z.infer<typeof ContactDraft>

export const CustomerDraft = z.object({
  kind: CustomerKind,
  name: line(200).min(1),
  phones: z.array(PhoneDraft).max(20),
  /** Any other field of the customer, by key. */
  values: FieldValues,
  /** For a company: the person one deals with. */
  contact: z.object({ name: line(200).min(1), title: line(200), phones: z.array(PhoneDraft).max(20) }).nullable(),
})
export type CustomerDraft = z.infer<typeof CustomerDraft>

export const NextContact = z.object({
  followUpId: FollowUpId,
  dueOn: Day,
  dueTime: TimeOfDay.nullable(),
  kind: z.string(),
  title: z.string(),
})

/** Everything the card of one customer shows but its timeline. */
export const Card = z.object({
  id: CustomerId,
  uid: z.string(),
  number: z.string(),
  kind: CustomerKind,
  name: z.string(),
  /** All fields of the layout, those with a column of their own included. */
  values: FieldValues,
  phones: z.array(Phone),
  contacts: z.array(Contact),
  lastVisit: z
    .object({ visitedAt: LocalMinute, channel: z.string(), situation: z.string(), staffName: z.string().nullable() })
    .nullable(),
  nextContact: NextContact.nullable(),
  /** Keys of the sections that hold nothing yet. */
  emptySections: z.array(z.string()),
  createdAt: Instant,
  changedAt: Instant,
})
export type Card = z.infer<typeof Card>

export const FilterOperator = z.enum([
  'is',
  'isNot',
  'contains',
  'isEmpty',
  'isNotEmpty',
  'before',
  'after',
  'atLeast',
  'atMost',
  /** More than n days ago, or never. */
  'olderThanDays',
  /** Within the coming n days, today included; days gone by are not. */
  'withinDays',
])
export type FilterOperator = z.infer<typeof FilterOperator>

/** `is` and `isNot` with a list mean "one of" and "none of". */
export const Filter = z.object({ field: z.string(), operator: FilterOperator, value: FieldValue })
export type Filter = z.infer<typeof Filter>

export const Sort = z.object({ field: z.string(), direction: z.enum(['asc', 'desc']) })
export type Sort = z.infer<typeof Sort>

/** What a list shows: all conditions hold together; empty values sort last whichever way. */
export const CustomerQuery = z.object({
  text: z.string().max(200),
  filters: z.array(Filter).max(50),
  sort: z.array(Sort).max(3),
})
export type CustomerQuery = z.infer<typeof CustomerQuery>

export const CustomerRow = z.object({
  id: CustomerId,
  number: z.string(),
  kind: CustomerKind,
  name: z.string(),
  /** The values of the columns asked for, by field key; `phones` and `primaryContact` as text. */
  values: FieldValues,
  /** Of the next contact, whose day is the value of `nextContact`. */
  nextContactTime: TimeOfDay.nullable(),
})
export type CustomerRow = z.infer<typeof CustomerRow>

/** A ready-made list; its name comes from the locale files by key. */
export const ReadyView = z.object({
  key: z.enum(['all', 'dueToday', 'overdue', 'aNotSeen30', 'recent', 'companies', 'persons', 'nothingPlanned']),
  query: CustomerQuery,
  count: z.int(),
})
export type ReadyView = z.infer<typeof ReadyView>

/** Rows chosen by hand, or all rows of a query but some: a selection of any size, said in a few bytes. */
export const CustomerSelection = z.union([
  z.object({ ids: z.array(CustomerId).max(10_000) }),
  z.object({ query: CustomerQuery, except: z.array(CustomerId).max(10_000) }),
])
export type CustomerSelection = z.infer<typeof CustomerSelection>

export const customers = {
  list: procedure
    .input(
      z.object({
        query: CustomerQuery,
        columns: z.array(z.string()).max(100),
        offset: z.int().nonnegative(),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(z.object({ rows: z.array(CustomerRow) })),
  count: procedure.input(z.object({ query: CustomerQuery })).output(z.object({ count: z.int() })),
  views: procedure.output(z.array(ReadyView)),
  /** The place of a customer in a list, for "3 of 23" and for stepping to its neighbours. Null when it is not in it. */
  place: procedure
    .input(z.object({ query: CustomerQuery, id: CustomerId }))
    .output(
      z
        .object({ index: z.int(), count: z.int(), previous: CustomerId.nullable(), next: CustomerId.nullable() })
        .nullable(),
    ),
  card: procedure.input(z.object({ id: CustomerId })).output(Card),
  /** Cards for printing, in the order of the ids. */
  cards: procedure.input(z.object({ ids: z.array(CustomerId).min(1).max(1000) })).output(z.array(Card)),
  create: procedure.input(CustomerDraft).output(Written.extend({ id: CustomerId, number: z.string() })),
  /** `was` is what the page showed: when the field holds something else by now, the later value is kept and told. */
  saveValue: procedure
    .input(z.object({ id: CustomerId, field: z.string(), value: FieldValue, was: FieldValue }))
    .output(Written.extend({ value: FieldValue })),
  savePhones: procedure.input(z.object({ id: CustomerId, phones: z.array(PhoneDraft).max(20) })).output(Written),
  /** One operation over many customers. `tags` are added to, other fields replaced. */
  saveValueOfMany: procedure
    .input(z.object({ selection: CustomerSelection, field: z.string(), value: FieldValue }))
    .output(Written.extend({ count: z.int() })),
  remove: procedure.input(z.object({ selection: CustomerSelection })).output(Written.extend({ count: z.int() })),
  saveContact: procedure.input(ContactDraft).output(Written.extend({ id: ContactId })),
  removeContact: procedure.input(z.object({ id: ContactId })).output(Written),
}
