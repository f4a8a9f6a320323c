import type { Operation } from '#contract/operations.ts'
import { formatInstant } from '../lib/format.ts'

export interface OperationsOfDay {
  /** The day on this computer's clock, `YYYY-MM-DD`. */
  readonly on: string
  readonly operations: readonly Operation[]
}

/** Grouped by the day they were made on, in the order they come. */
export function daysOf(operations: readonly Operation[]): readonly OperationsOfDay[] {
  const days = Map.groupBy(operations, ({ madeAt }) => formatInstant(madeAt).slice(0, 10))
  return [...days].map(([on, operations]) => ({ on, operations }))
}
