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
import { Address, AddressDraft } from './addresses.ts'
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
  /** The contact of the same customer they report to. */
  reportsTo: ContactId.nullable(),
  /** Contacts of the same customer whose decisions they sway. */
  influences: z.array(ContactId),
  notes: z.string(),
})
export type Contact = z.infer<typeof Contact>

export const ContactDraft = z.object({
  customerId: CustomerId,
  /** Null for a new contact. */
  id: ContactId.nullable(),
  name: line(200).min(1),
  /** Pinyin corrected by hand; empty: made from the name. */
  reading: line(400),
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
  reportsTo: ContactId.nullable(),
  influences: z.array(ContactId).max(50),
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

/** Another customer this one belongs together with. Told on both cards. */
export const Affiliate = z.object({
  customerId: CustomerId,
  name: z.string(),
  number: z.string(),
  /** How they belong together: 母公司, 分店 … */
  note: z.string(),
})
export type Affiliate = z.infer<typeof Affiliate>

/** `none`: there is nothing to judge by yet. */
export const CheckLevel = z.enum(['good', 'fair', 'poor', 'none'])
export type CheckLevel = z.infer<typeof CheckLevel>

/** The three checks of a card (三查), with what each is judged by. */
export const Checks = z.object({
  /** How soon visits were written down after they happened. */
  timely: z.object({
    level: CheckLevel,
    /** Median of the last five visits, in minutes. */
    medianMinutes: z.int().nullable(),
    visits: z.int(),
  }),
  /** How much of the card is filled in, by the weights of its sections. */
  complete: z.object({
    level: CheckLevel,
    percent: z.int(),
    filled: z.int(),
    of: z.int(),
  }),
  /** How long ago somebody last confirmed or edited what the card says. */
  accurate: z.object({
    level: CheckLevel,
    at: Instant,
    by: z.enum(['confirmed', 'edited', 'created']),
    days: z.int(),
    /** Good up to so many days, fair up to so many: by grade. */
    goodDays: z.int(),
    fairDays: z.int(),
  }),
})
export type Checks = z.infer<typeof Checks>

/** Everything the card of one customer shows but its timeline and files. */
export const Card = z.object({
  id: CustomerId,
  uid: z.string(),
  number: z.string(),
  kind: CustomerKind,
  name: z.string(),
  /** All fields of the layout, those with a column of their own included. */
  values: FieldValues,
  phones: z.array(Phone),
  addresses: z.array(Address),
  affiliates: z.array(Affiliate),
  contacts: z.array(Contact),
  lastVisit: z
    .object({ visitedAt: LocalMinute, channel: z.string(), situation: z.string(), staffName: z.string().nullable() })
    .nullable(),
  nextContact: NextContact.nullable(),
  /** Keys of the sections that hold nothing yet. */
  emptySections: z.array(z.string()),
  checks: Checks,
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
  /** Within the coming n days, today included; days gone by are not. Of a birthday: its next return. */
  'withinDays',
  /** Within the last n days, today included. */
  'sinceDays',
  /** Before today. */
  'isPast',
  /** In this month (0) or the nth one after it. Of a birthday: its return, lunar ones by their solar day. */
  'inMonth',
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
  saveAddresses: procedure
    .input(z.object({ id: CustomerId, addresses: z.array(AddressDraft).max(20) }))
    .output(Written),
  /** The whole list of affiliated customers; told on their cards too. */
  saveAffiliates: procedure
    .input(
      z.object({
        id: CustomerId,
        affiliates: z.array(z.object({ customerId: CustomerId, note: line(100) })).max(50),
      }),
    )
    .output(Written),
  /** 资料无误: somebody has looked and what the card says is right. */
  confirm: procedure.input(z.object({ id: CustomerId })).output(Written),
  savePhones: procedure.input(z.object({ id: CustomerId, phones: z.array(PhoneDraft).max(20) })).output(Written),
  /** One operation over many customers. `tags` are added to, other fields replaced. */
  saveValueOfMany: procedure
    .input(z.object({ selection: CustomerSelection, field: z.string(), value: FieldValue }))
    .output(Written.extend({ count: z.int() })),
  remove: procedure.input(z.object({ selection: CustomerSelection })).output(Written.extend({ count: z.int() })),
  saveContact: procedure.input(ContactDraft).output(Written.extend({ id: ContactId })),
  removeContact: procedure.input(z.object({ id: ContactId })).output(Written),
}
