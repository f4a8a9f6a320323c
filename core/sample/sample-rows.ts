import type { ContactId, CustomerId, Day, LocalMinute, OperationId, StaffId } from '#contract/common.ts'
import type { Db } from '../db/open.ts'
import type { Clock } from '../lib/context.ts'

export interface SampleWriting {
  readonly db: Db
  readonly operationId: OperationId
  readonly clock: Clock
  readonly staffId: StaffId | null
  readonly staffName: string
}

export interface SampleCustomer {
  readonly id: CustomerId
  /** The person one deals with; a private customer has none beside itself. */
  readonly contactId: ContactId | null
}

/** By short name and by name. */
export type SampleCustomers = ReadonlyMap<string, SampleCustomer>

/** The lines of a table, each cell without the spaces around it. */
export function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
}

export function minuteAt(day: Day, time: string): LocalMinute {
  return `${day}T${time}` as LocalMinute
}

/** Nothing in the sample happens later than now, however early the program is first started. */
export function notLaterThan(now: LocalMinute, minute: LocalMinute): LocalMinute {
  return minute < now ? minute : now
}
