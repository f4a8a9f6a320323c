import type { Generated, GeneratedAlways } from 'kysely'
import type { CustomerId, Instant, OperationId, StaffId } from '#contract/common.ts'
import type { OperationKind } from '#contract/operations.ts'

// What the program keeps for itself: what was done, and what follows from the records of tables.ts. Not part of undo.

export interface MetaTable {
  id: 1
  uid: string
  commit_seq: number
  created_at: Instant
}

export interface SettingTable {
  key: string
  /** JSON */
  value: string
}

export interface OperationTable {
  id: GeneratedAlways<OperationId>
  kind: OperationKind
  /** JSON of `OperationSubject` */
  subject: string
  staff_id: StaffId | null
  made_at: Instant
  undoes: OperationId | null
  undone_by: OperationId | null
}

export interface ChangeTable {
  id: GeneratedAlways<number>
  operation_id: OperationId
  table_name: string
  row_id: number
  /** JSON of the row as it was; null when it was not there. */
  before: string | null
}

export interface TrashTable {
  /** The change that deleted the row. */
  change_id: number
  table_name: string
  row_id: number
  customer_id: CustomerId | null
  /** What it is found by, in small letters. */
  words: string
}

export interface RecentCustomerTable {
  customer_id: CustomerId
  opened_at: Instant
}

export interface StaleCompletenessTable {
  /** 0 stands for all customers. */
  id: number
}

/** Full-text index, `rowid` being the record's id: written and asked, never read back. */
export interface SearchTable {
  rowid: number
  terms: string
}

export interface SearchSourceTable {
  id: number
  /** Packed `SearchSource` */
  source: string
}

export interface SearchDirtyTable {
  id: number
}

export interface SearchDirtyEntryTable {
  id: Generated<number>
  /** `id * 2` of a visit, `id * 2 + 1` of a follow-up */
  entry: number
  /** The text that the index knows */
  known: string
}
