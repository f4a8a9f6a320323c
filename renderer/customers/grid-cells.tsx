import type { ICellRendererParams } from 'ag-grid-community'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Day } from '#contract/common.ts'
import type { CustomerRow } from '#contract/customers.ts'
import type { FieldValue } from '#contract/fields.ts'
import { DueText } from '../ui/due-text.tsx'
import { GradeSeal } from '../ui/grade-seal.tsx'
import classes from './grid-cells.module.css'
import { useGridContext } from './grid-context.ts'
import { countSelected, isSelected } from './selection.ts'

type CellParams = ICellRendererParams<CustomerRow, FieldValue>

export function TickCell({ data, node }: CellParams) {
  const { t } = useTranslation('customers')
  const { selection, onTick } = useGridContext()
  if (!data) return null
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={classes.tick}
      aria-label={t('select', { name: data.name })}
      checked={isSelected(selection, data.id)}
      onChange={() => undefined}
      onClick={(event) => onTick({ id: data.id, index: node.rowIndex ?? 0 }, event.shiftKey)}
    />
  )
}

export function TickAllHeader() {
  const { t } = useTranslation('customers')
  const { selection, total, onTickAll } = useGridContext()
  const box = useRef<HTMLInputElement>(null)
  const selected = countSelected(selection, total)

  useEffect(() => {
    if (box.current) box.current.indeterminate = selected > 0 && selected < total
  }, [selected, total])

  return (
    <input
      ref={box}
      type="checkbox"
      className={classes.tick}
      aria-label={t('selectAll')}
      checked={total > 0 && selected === total}
      onChange={onTickAll}
    />
  )
}

export function GradeCell({ value }: CellParams) {
  return typeof value === 'string' ? <GradeSeal grade={value} /> : null
}

/** The day of the next contact, with its time behind it where there is one. */
export function DueCell({ data, value }: CellParams) {
  const { t } = useTranslation('customers')
  if (!data) return null
  const dueOn = Day.safeParse(value)
  if (!dueOn.success) return <span className={classes.nothing}>{t('nothingPlanned')}</span>
  return <DueText dueOn={dueOn.data} dueTime={data.nextContactTime} />
}
