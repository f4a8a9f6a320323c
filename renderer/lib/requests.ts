import { useSyncExternalStore } from 'react'
import type { CustomerId } from '#contract/common.ts'
import type { CustomerSelection } from '#contract/customers.ts'

/** A form that another feature has: features do not know each other, the app opens it. */
export type Request =
  | { readonly form: 'newCustomer'; readonly name?: string }
  | { readonly form: 'visit' | 'followUp'; readonly customerId?: CustomerId; readonly text?: string }
  | { readonly form: 'export'; readonly selection?: CustomerSelection }

let current: Request | null = null
const listeners = new Set<() => void>()

export function request(wanted: Request | null): void {
  current = wanted
  for (const listener of listeners) listener()
}

export function useRequest(): Request | null {
  return useSyncExternalStore(subscribe, () => current)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
