import { IconAlertTriangle, IconArrowRight, IconCheck, IconEyeOff, IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayOrder, ImportColumn, ImportTarget } from '#contract/imports.ts'
import { isComposing } from '../lib/keys.ts'
import { ChoiceInput } from '../ui/choice-input.tsx'
import { ColumnRemarks } from './column-remarks.tsx'
import classes from './columns-step.module.css'
import type { ShownRows } from './file-rows-pane.tsx'
import { columnLetter, targetKey } from './import-plan.ts'
import type { Targets } from './use-targets.ts'

interface ColumnRowProps {
  readonly column: ImportColumn
  readonly isCurrent: boolean
  /** Where Tab comes into the table. */
  readonly isEntry: boolean
  readonly isClashing: boolean
  readonly targets: Targets
  readonly onFocus: () => void
  readonly onKey: (event: KeyboardEvent) => void
  readonly onSend: (to: ImportTarget) => void
  readonly onDayOrder: (order: DayOrder) => void
  readonly onShow: (rows: ShownRows) => void
}

export function ColumnRow(props: ColumnRowProps) {
  const { column, isCurrent, isEntry, isClashing, targets, onFocus, onKey, onSend, onDayOrder, onShow } = props
  const { t } = useTranslation('import')
  const row = useRef<HTMLTableRowElement>(null)
  const letter = columnLetter(column.index)

  const choose = (key: string | null) => {
    const field = key === null ? null : targets.targetOf(key)
    if (field) onSend({ kind: 'field', ...field })
    else if (key === 'newField') onSend({ kind: 'newField', label: column.header || letter, type: 'text' })
    else onSend({ kind: 'skip' })
    backToRow()
  }
  const backToRow = () => row.current?.querySelector('button')?.focus()
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !(event.target instanceof HTMLInputElement) || isComposing(event)) return
    event.preventDefault()
    backToRow()
  }

  return (
    <tr ref={row} data-current={isCurrent} onFocus={onFocus} onKeyDown={press}>
      <td>
        <button
          type="button"
          className={classes.letter}
          data-column={column.index}
          tabIndex={isEntry ? 0 : -1}
          aria-label={t('changeColumn', { letter, header: column.header })}
          onKeyDown={onKey}
          onClick={() => row.current?.querySelector('input')?.select()}
        >
          {letter}
        </button>
      </td>
      <td className={classes.header}>{column.header}</td>
      <td className={classes.value}>{column.firstValue}</td>
      <td className={classes.target} data-off={column.plan.to.kind === 'skip'}>
        <div className={classes.targetChoice}>
          <IconArrowRight size={14} aria-hidden />
          <ChoiceInput
            name={t('goesTo', { header: column.header || letter })}
            size="row"
            clearable={false}
            options={targets.optionsFor(column.header || letter)}
            value={targetKey(column.plan.to)}
            onChange={choose}
          />
        </div>
      </td>
      <td>
        <Status column={column} isClashing={isClashing} />
      </td>
      <td className={classes.how}>
        {isClashing && <span className={classes.attention}>{t('clashing')}</span>}
        <ColumnRemarks column={column} onSend={onSend} onDayOrder={onDayOrder} onShow={onShow} />
      </td>
    </tr>
  )
}

const icons = { matched: IconCheck, attention: IconAlertTriangle, new: IconPlus, skipped: IconEyeOff }

function Status({ column, isClashing }: Pick<ColumnRowProps, 'column' | 'isClashing'>) {
  const { t } = useTranslation('import')
  const status = isClashing ? 'attention' : column.status
  const Icon = icons[status]
  return (
    <span className={classes.status} data-status={status}>
      <Icon size={14} aria-hidden />
      {t(`status.${status}`)}
    </span>
  )
}
