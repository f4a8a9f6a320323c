import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, QueryErrorResetBoundary } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FirstRun } from '../first-run/first-run.tsx'
import { speak } from '../lib/i18n.ts'
import { styleNonce } from '../lib/nonce.ts'
import { queryClient } from '../lib/query-client.ts'
import { shell } from '../lib/shell.ts'
import { useNewDay, useStart } from '../lib/start.ts'
import { watchChanges } from '../lib/watch-changes.ts'
import { theme } from '../styles/theme.ts'
import { cssVariables } from '../styles/tokens.ts'
import { Pending } from '../ui/pending.tsx'
import classes from './app.module.css'
import { DisconnectedNotice } from './disconnected-notice.tsx'
import { Frame } from './frame.tsx'
import { PageBoundary } from './page-boundary.tsx'
import { themeStore } from './theme-store.ts'

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={themeStore}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <Floating />
        <Notifications position="bottom-center" limit={3} className={classes.toasts} />
        <DisconnectedNotice />
        <QueryErrorResetBoundary>
          {({ reset }) => (
            <PageBoundary onRetry={reset}>
              <Suspense fallback={<Pending />}>
                <Started />
              </Suspense>
            </PageBoundary>
          )}
        </QueryErrorResetBoundary>
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** Where the UI kit puts what floats. It looks for this attribute; a named section makes it a landmark. */
function Floating() {
  const { t } = useTranslation('app')
  return <section aria-label={t('floating')} data-mantine-shared-portal-node="true" />
}

/** What is drawn once the core has said whose data this is and which language they speak. */
function Started() {
  const { isSetUp, settings } = useStart()
  const { language } = settings
  useNewDay()

  useEffect(() => {
    if (!isSetUp) return
    void speak(language)
    void shell.setLanguage(language)
  }, [isSetUp, language])

  useEffect(() => {
    const leaving = new AbortController()
    void watchChanges(leaving.signal)
    return () => leaving.abort()
  }, [])

  return isSetUp ? <Frame /> : <FirstRun />
}
