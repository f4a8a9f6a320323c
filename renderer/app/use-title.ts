import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../lib/api.ts'
import { setTitle } from '../lib/browser-shell.ts'
import type { Route } from '../lib/navigation.ts'
import { useStart } from '../lib/start.ts'

/** The page, or the customer whose card it is, and the business. */
export function useTitle(route: Route): void {
  const { t } = useTranslation(['app', 'common'])
  const { businessName } = useStart().settings
  const { page } = route
  const { data: card } = useQuery(
    api.customers.card.queryOptions({
      input: route.page === 'card' ? { id: route.id } : skipToken,
      meta: { ownErrors: true },
    }),
  )
  const customer = page === 'card' ? card?.name : undefined
  const name =
    customer ??
    (page === 'card' || page === 'import' || page === 'print' || page === 'duplicates' ? t(page) : t(`place.${page}`))
  useEffect(() => setTitle(t('title', { page: name, business: businessName || t('common:appName') })))
}
