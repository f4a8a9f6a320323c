import type { Selectable } from 'kysely'
import type { Database } from '../db/tables.ts'

export type CustomerTableRow = Selectable<Database['customers']>
