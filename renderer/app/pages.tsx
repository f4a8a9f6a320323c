import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { type Route } from '../lib/navigation.ts'
import { Pending } from '../ui/pending.tsx'
import { PageBoundary } from './page-boundary.tsx'

const load = {
  filesSection: () => import('../attachments/files-section.tsx'),
  attachments: () => import('../attachments/attachments.tsx'),
  today: () => import('../follow-ups/today-page.tsx'),
  customers: () => import('../customers/customers-page.tsx'),
  card: () => import('../customers/card-page.tsx'),
  quickLog: () => import('../visits/quick-log.tsx'),
  openFollowUps: () => import('../follow-ups/open-follow-ups.tsx'),
  timeline: () => import('../visits/timeline.tsx'),
  duplicates: () => import('../duplicates/duplicates-page.tsx'),
  import: () => import('../import/import-page.tsx'),
  print: () => import('../print/print-page.tsx'),
  history: () => import('../history/history-page.tsx'),
  trash: () => import('../trash/trash-page.tsx'),
  settings: () => import('../settings/settings-page.tsx'),
  fieldsSettings: () => import('../fields/fields-settings.tsx'),
  listsSettings: () => import('../fields/lists-settings.tsx'),
  staffSettings: () => import('../staff/staff-settings.tsx'),
}

const TodayPage = lazy(() => load.today().then(({ TodayPage }) => ({ default: TodayPage })))
const CustomersPage = lazy(() => load.customers().then(({ CustomersPage }) => ({ default: CustomersPage })))
const Attachments = lazy(() => load.attachments().then(({ Attachments }) => ({ default: Attachments })))
const FilesSection = lazy(() => load.filesSection().then(({ FilesSection }) => ({ default: FilesSection })))
const CardPage = lazy(() => load.card().then(({ CardPage }) => ({ default: CardPage })))
const QuickLog = lazy(() => load.quickLog().then(({ QuickLog }) => ({ default: QuickLog })))
const OpenFollowUps = lazy(() => load.openFollowUps().then(({ OpenFollowUps }) => ({ default: OpenFollowUps })))
const Timeline = lazy(() => load.timeline().then(({ Timeline }) => ({ default: Timeline })))
const DuplicatesPage = lazy(() => load.duplicates().then(({ DuplicatesPage }) => ({ default: DuplicatesPage })))
const ImportPage = lazy(() => load.import().then(({ ImportPage }) => ({ default: ImportPage })))
const PrintPage = lazy(() => load.print().then(({ PrintPage }) => ({ default: PrintPage })))
const HistoryPage = lazy(() => load.history().then(({ HistoryPage }) => ({ default: HistoryPage })))
const TrashPage = lazy(() => load.trash().then(({ TrashPage }) => ({ default: TrashPage })))
const SettingsPage = lazy(() => load.settings().then(({ SettingsPage }) => ({ default: SettingsPage })))
const FieldsSettings = lazy(() => load.fieldsSettings().then(({ FieldsSettings }) => ({ default: FieldsSettings })))
const ListsSettings = lazy(() => load.listsSettings().then(({ ListsSettings }) => ({ default: ListsSettings })))
const StaffSettings = lazy(() => load.staffSettings().then(({ StaffSettings }) => ({ default: StaffSettings })))

/** Fetches what is opened daily while nothing else is to do, so that the first opening is as quick as the next. */
export function usePreloadedPages(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      for (const page of [
        load.today,
        load.customers,
        load.card,
        load.quickLog,
        load.openFollowUps,
        load.timeline,
        load.attachments,
      ])
        void page()
    })
    return () => cancelIdleCallback(idle)
  }, [])
}

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
          attachments={<Attachments customerId={route.id} />}
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
    case 'trash':
      return <TrashPage />
    case 'duplicates':
      return <DuplicatesPage ids={route.ids} />
    case 'settings':
      return (
        <SettingsPage
          part={route.part}
          slots={{
            fields: <FieldsSettings />,
            lists: <ListsSettings />,
            staff: <StaffSettings />,
            files: <FilesSection />,
          }}
        />
      )
  }
}
