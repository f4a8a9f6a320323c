import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconFileExport, IconLayoutSidebarRight, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerQuery, CustomerRow } from '#contract/customers.ts'
import { useCommand } from '../lib/commands.ts'
import { useFields } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { request } from '../lib/requests.ts'
import { Pending } from '../ui/pending.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { copyRows } from './copy-rows.ts'
import classes from './customers-page.module.css'
import { CustomerGrid } from './customer-grid.tsx'
import { FilterBar } from './filter-bar.tsx'
import { NoCustomers } from './no-customers.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { printIds } from './print-ids.ts'
import { countSelected, nothing, selectionInput } from './selection.ts'
import { useColumns } from './use-columns.ts'
import { useCustomerList } from './use-customer-list.ts'
import { countOptions } from './use-grid-rows.ts'
import { usePreview } from './use-preview.ts'
import { ViewTabs } from './view-tabs.tsx'

export function CustomersPage() {
  const { t } = useTranslation('customers')
  const list = useCustomerList()

  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t('title')}</h1>
      <ViewTabs views={list.views} view={list.view} onOpen={list.openView}>
        {list.query ? <List list={list} query={list.query} /> : <Pending />}
      </ViewTabs>
    </div>
  )
}

interface ListProps {
  readonly list: ReturnType<typeof useCustomerList>
  readonly query: CustomerQuery
}

function List({ list, query }: ListProps) {
  const { t } = useTranslation('customers')
  const queryClient = useQueryClient()
  const fields = useFields('customer')
  const listed = fields.filter((field) => field.listed)
  const { columns, isUsual, choose } = useColumns(listed)
  const [current, setCurrent] = useState<CustomerRow | null>(null)
  const preview = usePreview()
  const count = useQuery({ ...countOptions(query), placeholderData: keepPreviousData })
  const total = count.data?.count ?? 0

  const keys = columns.map(({ key }) => key)
  const chosen = countSelected(list.selection, total) > 0 ? selectionInput(list.selection, query) : null
  const target = chosen ?? (current ? { ids: [current.id] } : null)

  const exportList = () => request({ form: 'export', query, columns: keys, ...(chosen && { selection: chosen }) })
  const print = () => target && void printIds(queryClient, target, total).then((ids) => navigate(paths.print(ids)))
  useCommand('export', exportList)
  useCommand('print', target ? print : null)
  useCommand('newVisit', current ? () => request({ form: 'visit', customerId: current.id }) : null)
  useCommand('newFollowUp', current ? () => request({ form: 'followUp', customerId: current.id }) : null)

  return (
    <>
      <div className={classes.tools}>
        <FilterBar query={query} fields={listed} onChange={list.filter} />
        <div className={classes.actions}>
          {list.isEdited && (
            <Button variant="subtle" onClick={list.restore}>
              {t('restoreView')}
            </Button>
          )}
          <ColumnChooser listed={listed} columns={columns} isUsual={isUsual} onChoose={choose} />
          <Button leftSection={<IconFileExport size={15} stroke={1.6} aria-hidden />} onClick={exportList}>
            {t('export')}
          </Button>
          <Button
            leftSection={<IconPrinter size={15} stroke={1.6} aria-hidden />}
            disabled={target === null}
            onClick={print}
          >
            {t('print')}
          </Button>
          <Tooltip label={t('preview.toggle')}>
            <ActionIcon
              variant={preview.isOpen ? 'light' : 'subtle'}
              color={preview.isOpen ? 'dai' : 'gray'}
              aria-label={t('preview.toggle')}
              aria-pressed={preview.isOpen}
              onClick={preview.toggle}
            >
              <IconLayoutSidebarRight size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      {count.isPending && <Pending />}
      {count.isSuccess && (
        <div className={classes.list} data-preview={preview.isOpen || undefined}>
          <div className={classes.grid}>
            <CustomerGrid
              query={query}
              total={total}
              fields={fields}
              columns={columns}
              selection={list.selection}
              onSelect={list.select}
              onSort={list.sort}
              onColumns={choose}
              onCurrent={setCurrent}
              onOpen={({ id }) => navigate(paths.card(id))}
              onPreview={preview.toggle}
              onCopy={(row, column) =>
                void copyRows({
                  queryClient,
                  query,
                  columns: keys,
                  fields,
                  selection: list.selection,
                  total,
                  row,
                  column,
                })
              }
            />
            {total === 0 && <NoCustomers isNarrowed={list.isNarrowed} view={list.view} onRestore={list.restore} />}
          </div>
          {preview.isOpen && <PreviewPane id={current?.id ?? null} />}
        </div>
      )}
      <BulkBar
        query={query}
        total={total}
        selection={list.selection}
        fields={fields}
        columns={keys}
        onExport={exportList}
        onPrint={print}
        onRemove={() => {
          setCurrent(null)
          list.select(nothing)
        }}
      />
    </>
  )
}
