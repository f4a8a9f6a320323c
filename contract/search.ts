import { z } from 'zod'
import { ContactId, CustomerId, Day, TimeOfDay } from './common.ts'
import { procedure } from './errors.ts'

/** Why a record was found, in the order results are ranked. */
export const MatchedBy = z.enum([
  'name',
  'reading',
  'phone',
  'number',
  'wechat',
  'shortName',
  'address',
  'notes',
  'visit',
])
export type MatchedBy = z.infer<typeof MatchedBy>

/** Half-open ranges of UTF-16 positions in the text they belong to. */
export const Ranges = z.array(z.tuple([z.int(), z.int()]))
export type Ranges = z.infer<typeof Ranges>

export const SearchHit = z.object({
  customerId: CustomerId,
  /** Set when it was a contact that was found. */
  contactId: ContactId.nullable(),
  name: z.string(),
  nameMarks: Ranges,
  /** The reading with tones, syllables parted by spaces, when the query was pinyin. */
  reading: z.string(),
  readingMarks: Ranges,
  customerName: z.string(),
  number: z.string(),
  kind: z.enum(['person', 'company']),
  grade: z.string().nullable(),
  matchedBy: MatchedBy,
  /** What matched when it was not the name: the phone, the number, a piece of the note around the words found. */
  matched: z.string(),
  matchedMarks: Ranges,
  /** Key of the customer's field whose text it was; null for a contact's notes and everything else. */
  matchedField: z.string().nullable(),
  /** Day of the visit, or of the follow-up, that says it. */
  matchedOn: Day.nullable(),
  phone: z.string().nullable(),
  nextContactOn: Day.nullable(),
  nextContactTime: TimeOfDay.nullable(),
  /** One line to tell namesakes apart: region, contact's title and company … */
  hint: z.string(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const search = {
  /** Several words must all be found, each anywhere: `王 文三路`, `zhang 138`. */
  find: procedure
    .input(z.object({ text: z.string().max(1_000_000), limit: z.int().min(1).max(100) }))
    .output(z.object({ hits: z.array(SearchHit), more: z.boolean() })),
  /** Notes that a card was opened, for `recent`. */
  opened: procedure.input(z.object({ customerId: CustomerId })).output(z.object({})),
  /** Opened or changed last, for an empty box. */
  recent: procedure.input(z.object({ limit: z.int().min(1).max(50) })).output(z.array(SearchHit)),
}
