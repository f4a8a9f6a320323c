import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { type Route } from '../lib/navigation.ts'
import { Pending } from '../ui/pending.tsx'
import { PageBoundary } from './page-boundary.tsx'

const TodayPage = lazy(() => import('../follow-ups/today-page.tsx').then(({ TodayPage }) => ({ default: TodayPage })))
const CustomersPage = lazy(() =>
  import('../customers/customers-page.tsx').then(({ CustomersPage }) => ({ default: CustomersPage })),
)
const CardPage = lazy(() => import('../customers/card-page.tsx').then(({ CardPage }) => ({ default: CardPage })))
const QuickLog = lazy(() => import('../visits/quick-log.tsx').then(({ QuickLog }) => ({ default: QuickLog })))
const OpenFollowUps = lazy(() =>
  import('../follow-ups/open-follow-ups.tsx').then(({ OpenFollowUps }) => ({ default: OpenFollowUps })),
)
const Timeline = lazy(() => import('../visits/timeline.tsx').then(({ Timeline }) => ({ default: Timeline })))
const ImportPage = lazy(() => import('../import/import-page.tsx').then(({ ImportPage }) => ({ default: ImportPage })))
const PrintPage = lazy(() => import('../print/print-page.tsx').then(({ PrintPage }) => ({ default: PrintPage })))
const HistoryPage = lazy(() =>
  import('../history/history-page.tsx').then(({ HistoryPage }) => ({ default: HistoryPage })),
)
const SettingsPage = lazy(() =>
  import('../settings/settings-page.tsx').then(({ SettingsPage }) => ({ default: SettingsPage })),
)

/** The page of an address. Each is loaded when it is first opened, and breaks alone. */
export function Pages({ route }: { readonly route: Route }) {
  return (
    <QueryErrorResetBoundary key={route.page}>
      {({ reset }) => (
        <PageBoundary onRetry={reset}>
          <Suspense fallback={<Pending />}>{pageOf(route)}</Suspense>
        </PageBoundary>
      )}
    </QueryErrorResetBoundary>
  )
}

function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case 'today':
      return <TodayPage quickLog={(slot) => <QuickLog {...slot} />} />
    case 'customers':
      return <CustomersPage />
    case 'card':
      return (
        <CardPage
          key={route.id}
          id={route.id}
          quickLog={<QuickLog customerId={route.id} />}
          timeline={
            <>
              <OpenFollowUps customerId={route.id} />
              <Timeline customerId={route.id} />
            </>
          }
        />
      )
    case 'import':
      return <ImportPage />
    case 'print':
      return <PrintPage ids={route.ids} />
    case 'history':
      return <HistoryPage />
    case 'settings':
      return <SettingsPage />
  }
}
