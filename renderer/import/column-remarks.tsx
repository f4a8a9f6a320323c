import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FieldType } from '#contract/fields.ts'
import { DayOrder, type ImportColumn, type ImportTarget } from '#contract/imports.ts'
import classes from './columns-step.module.css'
import type { ShownRows } from './file-rows-pane.tsx'
import { formatPartialDate } from '../lib/format-partial-date.ts'
import { columnLetter } from './import-plan.ts'

interface ColumnRemarksProps {
  readonly column: ImportColumn
  readonly onSend: (to: ImportTarget) => void
  readonly onDayOrder: (order: DayOrder) => void
  readonly onShow: (rows: ShownRows) => void
}

/** How the column was recognised, what to look at, and what can be said about it in return. */
export function ColumnRemarks({ column, onSend, onDayOrder, onShow }: ColumnRemarksProps) {
  const { t } = useTranslation('import')
  const { to, dayOrder } = column.plan

  return (
    <>
      {column.remarks.length === 0 && <span>{t(`how.${column.how}`)}</span>}
      {column.remarks.map(({ remark, count, example, readAs, rows }) => (
        <span key={remark} className={classes.remark}>
          {t(`remark.${remark}`, { count, example, readAs: formatPartialDate(readAs) })}
          {rows.length > 0 && (
            <button
              type="button"
              className={classes.link}
              onClick={() => onShow({ rows, label: t('rowsOfColumn', { letter: columnLetter(column.index) }) })}
            >
              {t('showRows', { count: rows.length })}
            </button>
          )}
        </span>
      ))}
      {to.kind === 'newField' && (
        <Select
          size="row"
          w={128}
          aria-label={t('typeOf', { header: column.header })}
          data={types.map((type) => ({ value: type, label: t(`type.${type}`) }))}
          value={to.type}
          allowDeselect={false}
          onChange={(type) => onSend({ ...to, type: FieldType.parse(type) })}
        />
      )}
      {dayOrder !== null && (
        <Select
          size="row"
          w={128}
          aria-label={t('dayOrderOf', { header: column.header })}
          data={DayOrder.options.map((order) => ({ value: order, label: t(`dayOrder.${order}`) }))}
          value={dayOrder}
          allowDeselect={false}
          onChange={(order) => onDayOrder(DayOrder.parse(order))}
        />
      )}
    </>
  )
}

/** A link to another customer cannot be made out of text. */
const types = FieldType.options.filter((type) => type !== 'customer')
