import type { TrashEntity } from '#contract/trash.ts'
import type { TrashTable } from '../operations/keep-trash.ts'

export const tableOfEntity: Readonly<Record<TrashEntity, TrashTable>> = {
  customer: 'customers',
  contact: 'contacts',
  visit: 'visits',
  followUp: 'follow_ups',
  attachment: 'attachments',
  field: 'fields',
  view: 'views',
}

const entityOfTable = new Map(Object.entries(tableOfEntity).map(([entity, table]) => [table, entity as TrashEntity]))

export function entityOf(table: TrashTable): TrashEntity {
  return entityOfTable.get(table) ?? 'customer'
}

/** How long it can still be brought back. */
export function daysKept(table: TrashTable): number {
  return table === 'fields' ? 90 : 30
}
