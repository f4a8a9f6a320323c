import type { Generated } from 'kysely'
import type { ViewId } from '#contract/common.ts'
import type { FieldOwner, FieldStorage, FieldType } from '#contract/fields.ts'
import type { CreatedBy, Flag } from './column-types.ts'

// What decides how cards and lists look.

export interface SectionTable {
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

export interface FieldTable {
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

export interface ChoiceTable {
  id: Generated<number>
  operation_id: CreatedBy
  field_id: number
  key: string
  label_zh: string
  label_en: string
  position: number
  hidden: Flag
}

export interface ViewTable {
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
