import { useMemo, useSyncExternalStore } from 'react'
import { CustomerId } from '#contract/common.ts'

export type Route =
  | { readonly page: 'today' | 'customers' | 'import' | 'history' | 'trash' }
  /** The search for duplicates, or with two ids and more their comparison. */
  | { readonly page: 'duplicates'; readonly ids: readonly CustomerId[] }
  | { readonly page: 'settings'; readonly part: SettingsPart }
  | { readonly page: 'card'; readonly id: CustomerId }
  | { readonly page: 'print'; readonly ids: readonly CustomerId[] }

export const settingsParts = ['general', 'fields', 'lists', 'numbers', 'staff', 'checks'] as const
export type SettingsPart = (typeof settingsParts)[number]

export const paths = {
  today: '#/today',
  customers: '#/customers',
  import: '#/import',
  history: '#/history',
  trash: '#/trash',
  duplicates: '#/duplicates',
  mergeOf: (ids: readonly number[]) => `#/duplicates/${ids.join(',')}`,
  settings: '#/settings',
  settingsPart: (part: SettingsPart) => `#/settings/${part}`,
  card: (id: number) => `#/customers/${id}`,
  print: (ids: readonly number[]) => `#/print/${ids.join(',')}`,
} as const

export function navigate(to: string): void {
  location.hash = to
}

/** Back to where one came from, or to `fallback` where this page was the first. */
export function goBack(fallback: string): void {
  if (history.length > 1 && cameFromHere) history.back()
  else navigate(fallback)
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => routeOf(hash), [hash])
}

/** An address that leads nowhere leads to Today. */
export function routeOf(hash: string): Route {
  const [page, rest = ''] = hash.replace(/^#\//, '').split('/')
  const ids = rest.split(',').flatMap((part) => CustomerId.safeParse(Number(part)).data ?? [])
  const [id] = ids
  if (page === 'customers' && id !== undefined) return { page: 'card', id }
  if (page === 'print' && id !== undefined) return { page: 'print', ids }
  if (page === 'duplicates') return { page, ids: [...new Set(ids)] }
  if (page === 'settings') return { page, part: settingsParts.find((part) => part === rest) ?? 'general' }
  if (isPlain(page)) return { page }
  return { page: 'today' }
}

const plainPages = ['customers', 'import', 'history', 'trash'] as const

function isPlain(page: string | undefined): page is (typeof plainPages)[number] {
  return (plainPages as readonly unknown[]).includes(page)
}

let cameFromHere = false

function subscribe(listener: () => void): () => void {
  const moved = () => {
    cameFromHere = true
    listener()
  }
  window.addEventListener('hashchange', moved)
  return () => window.removeEventListener('hashchange', moved)
}
