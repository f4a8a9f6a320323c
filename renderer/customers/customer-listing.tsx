import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconFileExport, IconLayoutSidebarRight, IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerQuery, CustomerRow } from '#contract/customers.ts'
import type { View } from '#contract/views.ts'
import { useCommand } from '../lib/commands.ts'
import { useFields, useLayout } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { request } from '../lib/requests.ts'
import { Pending } from '../ui/pending.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { shownColumns } from './columns.ts'
import { copyRows } from './copy-rows.ts'
import classes from './customers-page.module.css'
import { CustomerGrid } from './customer-grid.tsx'
import { FilterBar } from './filter-bar.tsx'
import { LostField } from './lost-field.tsx'
import { NoCustomers } from './no-customers.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { printIds } from './print-ids.ts'
import { ChangedView } from './save-view.tsx'
import { countSelected, nothing, selectionInput } from './selection.ts'
import type { CustomerList } from './use-customer-list.ts'
import { countOptions } from './use-grid-rows.ts'
import { usePreview } from './use-preview.ts'
import type { ViewEdits } from './use-view-edits.ts'
import { isStandIn, missingFields } from './view-changes.ts'

interface CustomerListingProps {
  readonly list: CustomerList
  readonly view: View
  readonly query: CustomerQuery
  readonly edits: ViewEdits
}

/** A view as it is worked in: what narrows it, its rows, the card of the current one, and what is done to many. */
export function CustomerListing({ list, view, query, edits }: CustomerListingProps) {
  const { t } = useTranslation('customers')
  const allFields = useLayout().fields
  const known = useMemo(() => allFields.filter(({ owner }) => owner === 'customer'), [allFields])
  const fields = useFields('customer')
  const listed = useMemo(() => fields.filter((field) => field.listed), [fields])
  const columns = useMemo(() => shownColumns(list.columns, listed), [list.columns, listed])
  const [current, setCurrent] = useState<CustomerRow | null>(null)
  const queryClient = useQueryClient()
  const preview = usePreview()
  const lost = missingFields(query, known)
  const count = useQuery({ ...countOptions(query), placeholderData: keepPreviousData, enabled: lost.length === 0 })
  const total = count.data?.count ?? 0

  const keys = columns.map(({ field }) => field)
  const chosen = countSelected(list.selection, total) > 0 ? selectionInput(list.selection, query) : null
  const target = chosen ?? (current ? { ids: [current.id] } : null)

  const exportList = () => request({ form: 'export', query, columns: keys, ...(chosen && { selection: chosen }) })
  const print = () => target && void printIds(queryClient, target, total).then((ids) => navigate(paths.print(ids)))
  useCommand('export', lost.length === 0 ? exportList : null)
  useCommand('print', target ? print : null)
  useCommand('newVisit', current ? () => request({ form: 'visit', customerId: current.id }) : null)
  useCommand('newFollowUp', current ? () => request({ form: 'followUp', customerId: current.id }) : null)

  return (
    <>
      <div className={classes.tools}>
        <FilterBar query={query} fields={known} onChange={list.filter} />
        <div className={classes.actions}>
          {list.isEdited && (
            <ChangedView
              onSave={
                isStandIn(view)
                  ? null
                  : () => edits.save(view, { query, columns: list.columns }, () => list.settle(view.id))
              }
              onRestore={list.restore}
            />
          )}
          <ColumnChooser listed={listed} columns={columns} isUsual={list.columns === null} onChoose={list.setColumns} />
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
      {lost.length > 0 && <LostField onRemove={() => list.filter(withoutFields(query, lost))} />}
      {lost.length === 0 && count.isPending && <Pending />}
      {lost.length === 0 && count.isSuccess && (
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
              onColumns={list.setColumns}
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
            {total === 0 && <NoCustomers isNarrowed={list.isNarrowed} view={view} onRestore={list.restore} />}
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

function withoutFields(query: CustomerQuery, keys: readonly string[]): CustomerQuery {
  return { ...query, filters: query.filters.filter(({ field }) => !keys.includes(field)) }
}
