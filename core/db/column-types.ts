import type { ColumnType } from 'kysely'
import type { OperationId } from '#contract/common.ts'

/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1

/** The operation that made the row; never changed afterwards. */
export type CreatedBy = ColumnType<OperationId, OperationId, never>
