import { useSyncExternalStore } from 'react'
import type { CustomerId } from '#contract/common.ts'
import type { CustomerQuery, CustomerSelection } from '#contract/customers.ts'

/** A form that another feature has: features do not know each other, the app opens it. */
export type Request =
  | { readonly form: 'newCustomer'; readonly name?: string }
  | { readonly form: 'visit' | 'followUp'; readonly customerId?: CustomerId }
  /** The same follow-up for each of these. */
  | { readonly form: 'followUps'; readonly selection: CustomerSelection; readonly count: number }
  /** What was done to one record, and by whom. */
  | {
      readonly form: 'history'
      readonly entity: 'customer' | 'contact' | 'visit' | 'followUp'
      readonly id: number
      readonly name: string
    }
  | {
      readonly form: 'export'
      readonly selection?: CustomerSelection
      /** The list one is in, and the keys of its columns. */
      readonly query?: CustomerQuery
      readonly columns?: readonly string[]
    }

/** `turn` tells two requests for the same form apart. */
export interface Requested {
  readonly turn: number
  readonly request: Request | null
}

let requested: Requested = { turn: 0, request: null }
const listeners = new Set<() => void>()

/** Null closes what is open. */
export function request(wanted: Request | null): void {
  requested = { turn: wanted === null ? requested.turn : requested.turn + 1, request: wanted }
  for (const listener of listeners) listener()
}

export function useRequested(): Requested {
  return useSyncExternalStore(subscribe, () => requested)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
