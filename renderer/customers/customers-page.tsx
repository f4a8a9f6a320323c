import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CustomerQuery } from '#contract/customers.ts'
import type { View } from '#contract/views.ts'
import { api } from '../lib/api.ts'
import { Pending } from '../ui/pending.tsx'
import { CustomerListing } from './customer-listing.tsx'
import classes from './customers-page.module.css'
import { SaveViewAs } from './save-view.tsx'
import { type CustomerList, useCustomerList } from './use-customer-list.ts'
import { useViewEdits } from './use-view-edits.ts'
import { ViewTabs } from './view-tabs.tsx'

export function CustomersPage() {
  const { t } = useTranslation('customers')
  const list = useCustomerList()

  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t('title')}</h1>
      {list.view && list.query ? <Views list={list} view={list.view} query={list.query} /> : <Pending />}
    </div>
  )
}

interface ViewsProps {
  readonly list: CustomerList
  readonly view: View
  readonly query: CustomerQuery
}

function Views({ list, view, query }: ViewsProps) {
  const edits = useViewEdits()
  const counts = useQuery(api.views.counts.queryOptions({ placeholderData: keepPreviousData }))
  const { columns } = list

  return (
    <ViewTabs
      views={list.views}
      view={view}
      counts={new Map(counts.data?.map(({ id, count }) => [id, count]))}
      hasChanges={list.hasChanges}
      edits={edits}
      onOpen={list.openView}
      save={<SaveViewAs onSave={(name) => edits.saveAs(name, { query, columns }, list.settle)} />}
    >
      <CustomerListing list={list} view={view} query={query} edits={edits} />
    </ViewTabs>
  )
}
