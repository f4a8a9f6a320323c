import type { Generated, GeneratedAlways } from 'kysely'
import type {
  AttachmentId,
  ContactId,
  CustomerId,
  Day,
  FollowUpId,
  Instant,
  LocalMinute,
  StaffId,
  TimeOfDay,
  VisitId,
} from '#contract/common.ts'
import type { CustomerKind } from '#contract/customers.ts'
import type { FollowUpPriority, FollowUpStatus } from '#contract/follow-ups.ts'
import type { PartialDate } from '#contract/partial-date.ts'
import type { CreatedBy, Flag } from './column-types.ts'
import type { ChoiceTable, FieldTable, SectionTable, ViewTable } from './layout-tables.ts'
import type {
  ChangeTable,
  MetaTable,
  OperationTable,
  RecentCustomerTable,
  SearchDirtyEntryTable,
  SearchDirtyTable,
  SearchSourceTable,
  SearchTable,
  SettingTable,
  StaleCompletenessTable,
  TrashTable,
} from './own-tables.ts'

/** The data dictionary: every table of the file. */
export interface Database {
  meta: MetaTable
  settings: SettingTable
  operations: OperationTable
  changes: ChangeTable
  trash: TrashTable
  staff: StaffTable
  sections: SectionTable
  fields: FieldTable
  choices: ChoiceTable
  views: ViewTable
  customers: CustomerTable
  addresses: AddressTable
  customer_links: CustomerLinkTable
  apart_customers: ApartCustomerTable
  contacts: ContactTable
  contact_links: ContactLinkTable
  phones: PhoneTable
  number_counters: NumberCounterTable
  used_numbers: UsedNumberTable
  visits: VisitTable
  visit_contacts: VisitContactTable
  follow_ups: FollowUpTable
  attachments: AttachmentTable
  recent_customers: RecentCustomerTable
  stale_completeness: StaleCompletenessTable
  search_customers: SearchTable
  search_contacts: SearchTable
  search_customer_sources: SearchSourceTable
  search_contact_sources: SearchSourceTable
  search_dirty_customers: SearchDirtyTable
  search_dirty_contacts: SearchDirtyTable
  search_entries: SearchTable
  search_dirty_entries: SearchDirtyEntryTable
}

interface StaffTable {
  id: Generated<StaffId>
  uid: string
  operation_id: CreatedBy
  name: string
  /** A salted hash, or null when no PIN is asked for. */
  pin: string | null
  retired: Generated<Flag>
}

interface CustomerTable {
  id: Generated<CustomerId>
  uid: string
  operation_id: CreatedBy
  number: string
  kind: CustomerKind
  name: string
  short_name: string
  /** Pinyin with tone marks, syllables parted by spaces. */
  reading: string
  /** JSON object of `FieldValue` by field key; empty values are left out. */
  field_values: string
  created_by: string
  created_on: Day
  created_at: Instant
  /** Kept by triggers from here on. */
  last_contact_at: GeneratedAlways<LocalMinute | null>
  next_contact_on: GeneratedAlways<Day | null>
  next_contact_time: GeneratedAlways<TimeOfDay | null>
  next_follow_up_id: GeneratedAlways<FollowUpId | null>
  /** When somebody last said that the card is right. */
  confirmed_at: Generated<Instant | null>
  /** Percent of the card that is filled in; kept by core/completeness. */
  completeness: Generated<number>
}

interface AddressTable {
  id: Generated<number>
  operation_id: CreatedBy
  customer_id: CustomerId
  label: string
  area: string
  street: string
  postcode: string
  position: number
}

interface CustomerLinkTable {
  id: Generated<number>
  operation_id: CreatedBy
  customer_id: CustomerId
  other_id: CustomerId
  note: string
}

/** The smaller id first. */
interface ApartCustomerTable {
  id: Generated<number>
  operation_id: CreatedBy
  customer_id: CustomerId
  other_id: CustomerId
}

interface ContactLinkTable {
  id: Generated<number>
  operation_id: CreatedBy
  from_contact_id: ContactId
  to_contact_id: ContactId
  kind: 'reportsTo' | 'influences'
}

interface ContactTable {
  id: Generated<ContactId>
  uid: string
  operation_id: CreatedBy
  customer_id: CustomerId
  name: string
  reading: string
  title: string
  role: string | null
  is_decision_maker: Flag
  is_primary: Flag
  wechat: string
  email: string
  birthday: PartialDate | null
  hometown: string
  preferred_channel: string | null
  relation: string
  notes: string
  position: number
}

interface PhoneTable {
  id: Generated<number>
  operation_id: CreatedBy
  customer_id: CustomerId
  /** Null for a phone of the customer itself. */
  contact_id: ContactId | null
  label: string
  number: string
  /** `phoneDigits(number)`, for matching. */
  digits: string
  position: number
}

interface NumberCounterTable {
  /** The year, month or day the counter counts in; empty when it never starts again. */
  period: string
  last: number
}

interface UsedNumberTable {
  number: string
}

interface VisitTable {
  id: Generated<VisitId>
  uid: string
  operation_id: CreatedBy
  customer_id: CustomerId
  visited_at: LocalMinute
  channel: string
  staff_id: StaffId | null
  purpose: string | null
  situation: string
  result: string | null
  result_note: string
  mood: string
  decision_note: string
  preparation: string
  approach: string
  duration_minutes: number | null
  next_is_none: Flag
  entered_at: Instant
}

interface VisitContactTable {
  id: Generated<number>
  operation_id: CreatedBy
  visit_id: VisitId
  contact_id: ContactId
}

interface FollowUpTable {
  id: Generated<FollowUpId>
  uid: string
  operation_id: CreatedBy
  customer_id: CustomerId
  contact_id: ContactId | null
  kind: string
  title: string
  content: string
  place: string
  due_on: Day
  due_time: TimeOfDay | null
  priority: FollowUpPriority
  staff_id: StaffId | null
  status: FollowUpStatus
  closed_at: Instant | null
  /** The local minute it was closed at, for the timeline. */
  closed_minute: LocalMinute | null
  outcome: string
  from_visit_id: VisitId | null
  closed_by_visit_id: VisitId | null
  created_at: Instant
}

interface AttachmentTable {
  id: Generated<AttachmentId>
  uid: string
  operation_id: CreatedBy
  customer_id: CustomerId
  contact_id: ContactId | null
  visit_id: VisitId | null
  name: string
  media_type: string
  size: number
  /** The file's name in the folder of attachments. */
  sha256: string
  width: number | null
  height: number | null
  note: string
  added_at: Instant
  staff_id: StaffId | null
}
