import { Button, Menu, Popover } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerQuery } from '#contract/customers.ts'
import { mostMerged } from '#contract/duplicates.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { formatMoney, formatNumber } from '../lib/format.ts'
import { choiceOptions, fieldLabel } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { request } from '../lib/requests.ts'
import { StatusBar } from '../ui/status-bar.tsx'
import { BulkField } from './bulk-field.tsx'
import classes from './bulk-bar.module.css'
import { isFigure } from './columns.ts'
import { selectedRows, sumsOf } from './selected-rows.ts'
import { countSelected, type Selection, selectionInput } from './selection.ts'
import { rowsOf } from './use-grid-rows.ts'

/** Sums are offered for as many rows as can be read at once without waiting. */
const mostSummed = 2000

interface BulkBarProps {
  readonly query: CustomerQuery
  readonly total: number
  readonly selection: Selection
  readonly fields: readonly Field[]
  readonly columns: readonly string[]
  readonly onExport: () => void
  readonly onPrint: () => void
  /** Before it happens: what is about to go must not be asked for again. */
  readonly onRemove: () => void
}

/** The status bar of the list: how many there are, and with rows ticked what can be done to all of them at once. */
export function BulkBar({ query, total, selection, fields, columns, onExport, onPrint, onRemove }: BulkBarProps) {
  const { t } = useTranslation('customers')
  const count = countSelected(selection, total)
  const input = selectionInput(selection, query)
  const save = useMutation(api.customers.saveValueOfMany.mutationOptions())
  const remove = useMutation(api.customers.remove.mutationOptions())
  const tags = fields.find(({ key }) => key === 'tags')
  const grade = fields.find(({ key }) => key === 'grade')
  const owner = fields.find(({ key }) => key === 'owner')

  const setField = (field: Field, value: FieldValue) =>
    save.mutate(
      { selection: input, field: field.key, value },
      {
        onSuccess: (saved) =>
          announce({
            message: t(field.type === 'tags' ? 'bulk.tagged' : 'bulk.changed', {
              count: saved.count,
              field: fieldLabel(field),
            }),
            operationId: saved.operationId,
          }),
      },
    )
  const removeAll = () => {
    onRemove()
    remove.mutate(
      { selection: input },
      {
        onSuccess: (removed) =>
          announce({ message: t('bulk.removed', { count: removed.count }), operationId: removed.operationId }),
      },
    )
  }

  return (
    <StatusBar
      keys={[
        ...(count > 0
          ? []
          : [
              { keys: ['Enter'], label: t('key.open') },
              { keys: ['Space'], label: t('key.preview') },
              { keys: ['Ctrl', 'Space'], label: t('key.tick') },
              { keys: ['F2'], label: t('key.edit') },
            ]),
        { keys: ['Ctrl', 'C'], label: t('key.copy') },
      ]}
    >
      <span>{t('total', { count: total, shown: formatNumber(total) })}</span>
      {count > 0 && (
        <>
          <strong className={classes.count}>{t('selected', { shown: formatNumber(count) })}</strong>
          <span className={classes.actions}>
            {tags && (
              <BulkPopover label={t('bulk.tag')}>
                {(close) => <BulkField fields={[tags]} onSave={(field, value) => (setField(field, value), close())} />}
              </BulkPopover>
            )}
            {grade && <ChoiceMenu label={t('bulk.grade')} field={grade} onChoose={(value) => setField(grade, value)} />}
            {owner && <ChoiceMenu label={t('bulk.owner')} field={owner} onChoose={(value) => setField(owner, value)} />}
            <BulkPopover label={t('bulk.field')}>
              {(close) => (
                <BulkField
                  fields={fields.filter(
                    (field) =>
                      !field.readOnly && !field.retired && field.storage !== 'part' && !unique.includes(field.key),
                  )}
                  onSave={(field, value) => (setField(field, value), close())}
                />
              )}
            </BulkPopover>
            <Button
              variant="subtle"
              className={classes.action}
              onClick={() => request({ form: 'followUps', selection: input, count })}
            >
              {t('bulk.followUp')}
            </Button>
            <Button variant="subtle" className={classes.action} onClick={onPrint}>
              {t('print')}
            </Button>
            <Button variant="subtle" className={classes.action} onClick={onExport}>
              {t('export')}
            </Button>
            {'ids' in input && count > 1 && count <= mostMerged && (
              <Button variant="subtle" className={classes.action} onClick={() => navigate(paths.mergeOf(input.ids))}>
                {t('bulk.merge')}
              </Button>
            )}
            <Button variant="subtle" className={classes.action} onClick={removeAll}>
              {t('bulk.remove')}
            </Button>
          </span>
          {count <= mostSummed && (
            <Sums query={query} total={total} selection={selection} fields={fields} columns={columns} />
          )}
        </>
      )}
    </StatusBar>
  )
}

/** What no two customers share, or should. */
const unique = ['name', 'number', 'reading']

interface BulkPopoverProps {
  readonly label: string
  readonly children: (close: () => void) => ReactNode
}

function BulkPopover({ label, children }: BulkPopoverProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="subtle" className={classes.action} onClick={() => setOpened(!opened)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children(() => setOpened(false))}</Popover.Dropdown>
    </Popover>
  )
}

interface ChoiceMenuProps {
  readonly label: string
  readonly field: Field
  readonly onChoose: (key: string) => void
}

function ChoiceMenu({ label, field, onChoose }: ChoiceMenuProps) {
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button variant="subtle" className={classes.action}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choiceOptions(field).map((choice) => (
          <Menu.Item key={choice.key} onClick={() => onChoose(choice.key)}>
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type SumsProps = Pick<BulkBarProps, 'query' | 'total' | 'selection' | 'fields' | 'columns'>

function Sums({ query, total, selection, fields, columns }: SumsProps) {
  const { t } = useTranslation('customers')
  const queryClient = useQueryClient()
  const figures = fields.filter((field) => isFigure(field) && columns.includes(field.key))
  const keys = figures.map(({ key }) => key)
  const sums = useQuery({
    queryKey: ['customers.sums', query, keys, selectionInput(selection, query)],
    enabled: keys.length > 0,
    queryFn: async () => {
      const rowsAt = (offset: number, limit: number) => rowsOf(queryClient, { query, columns, offset, limit })
      return sumsOf(await selectedRows(selection, total, rowsAt), keys)
    },
  })
  return (
    <>
      {sums.data?.map((sum) => {
        const field = figures.find(({ key }) => key === sum.column)
        const text = field?.type === 'money' ? formatMoney(sum.total) : formatNumber(sum.total)
        return (
          <span key={sum.column} className={classes.sum}>
            {t('sum', { field: field ? fieldLabel(field) : sum.column, sum: text })}
          </span>
        )
      })}
    </>
  )
}
