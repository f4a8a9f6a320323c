import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type {
  AttachmentId,
  ContactId,
  CustomerId,
  Day,
  FollowUpId,
  Instant,
  LocalMinute,
  OperationId,
  StaffId,
  TimeOfDay,
  ViewId,
  VisitId,
} from '#contract/common.ts'
import type { CustomerKind } from '#contract/customers.ts'
import type { FieldOwner, FieldStorage, FieldType } from '#contract/fields.ts'
import type { FollowUpPriority, FollowUpStatus } from '#contract/follow-ups.ts'
import type { OperationKind } from '#contract/operations.ts'
import type { PartialDate } from '#contract/partial-date.ts'

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

/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1

/** The operation that made the row; never changed afterwards. */
type CreatedBy = ColumnType<OperationId, OperationId, never>

interface MetaTable {
  id: 1
  uid: string
  commit_seq: number
  created_at: Instant
}

interface SettingTable {
  key: string
  /** JSON */
  value: string
}

interface OperationTable {
  id: GeneratedAlways<OperationId>
  kind: OperationKind
  /** JSON of `OperationSubject` */
  subject: string
  staff_id: StaffId | null
  made_at: Instant
  undoes: OperationId | null
  undone_by: OperationId | null
}

interface ChangeTable {
  id: GeneratedAlways<number>
  operation_id: OperationId
  table_name: string
  row_id: number
  /** JSON of the row as it was; null when it was not there. */
  before: string | null
}

interface TrashTable {
  /** The change that deleted the row. */
  change_id: number
  table_name: string
  row_id: number
  customer_id: CustomerId | null
  /** What it is found by, in small letters. */
  words: string
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

interface SectionTable {
  id: Generated<number>
  operation_id: CreatedBy
  key: string
  label_zh: string
  label_en: string
  position: number
  hidden: Flag
  weight: Generated<number>
  shipped: Generated<Flag>
}

interface FieldTable {
  id: Generated<number>
  operation_id: CreatedBy
  owner: FieldOwner
  key: string
  label_zh: string
  label_en: string
  type: FieldType
  storage: FieldStorage
  section_key: string | null
  position: number
  required: Flag
  sensitive: Flag
  printed: Flag
  listed: Flag
  hidden: Flag
  read_only: Flag
  shipped: Flag
  retired: Generated<Flag>
}

interface ChoiceTable {
  id: Generated<number>
  operation_id: CreatedBy
  field_id: number
  key: string
  label_zh: string
  label_en: string
  position: number
  hidden: Flag
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

interface ViewTable {
  id: Generated<ViewId>
  uid: string
  operation_id: CreatedBy
  key: string | null
  label_zh: string
  label_en: string
  /** JSON of `CustomerQuery` */
  query: string
  /** JSON list of `ViewColumn` */
  columns: string | null
  position: number
  hidden: Flag
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

interface RecentCustomerTable {
  customer_id: CustomerId
  opened_at: Instant
}

interface StaleCompletenessTable {
  /** 0 stands for all customers. */
  id: number
}

/** Full-text index, `rowid` being the record's id: written and asked, never read back. */
interface SearchTable {
  rowid: number
  terms: string
}

interface SearchSourceTable {
  id: number
  /** Packed `SearchSource` */
  source: string
}

interface SearchDirtyTable {
  id: number
}

interface SearchDirtyEntryTable {
  id: Generated<number>
  /** `id * 2` of a visit, `id * 2 + 1` of a follow-up */
  entry: number
  /** The text that the index knows */
  known: string
}
