import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { setTitle } from '../lib/browser-shell.ts'
import type { Route } from '../lib/navigation.ts'
import { useStart } from '../lib/start.ts'

export function useTitle({ page }: Route): void {
  const { t } = useTranslation(['app', 'common'])
  const { businessName } = useStart().settings
  const name = page === 'card' || page === 'import' || page === 'print' ? t(page) : t(`place.${page}`)
  useEffect(() => setTitle(t('title', { page: name, business: businessName || t('common:appName') })))
}
