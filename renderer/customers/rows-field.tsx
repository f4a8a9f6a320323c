import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Written } from '#contract/common.ts'
import type { Card } from '#contract/customers.ts'
import { rememberUndo } from '../lib/announce.tsx'
import { isComposing } from '../lib/keys.ts'
import { fieldLabel } from '../lib/layout.ts'
import { errorMessage } from '../lib/show-error.ts'
import { type EditableField, EditTarget, FieldProblem, FieldRow, SavedTick } from './field-row.tsx'
import classes from './rows-field.module.css'
import type { Move } from './value-editor.tsx'

interface RowsFieldProps<Row> extends EditableField {
  /** As they are stored. */
  readonly rows: readonly Row[]
  /** Those of the rows that say something. */
  readonly filled: (rows: readonly Row[]) => Row[]
  readonly save: (rows: Row[]) => Promise<Written>
  readonly renderRows: (rows: readonly Row[]) => ReactNode
  readonly renderInput: (rows: readonly Row[], onChange: (rows: readonly Row[]) => void) => ReactNode
}

/** A field that is several rows (phones, addresses …), read as text and edited as a whole where it stands. */
export function RowsField<Row>(props: RowsFieldProps<Row>) {
  const { card, field, isEditing, onEdit, onLeave, onFailed, onSaved, rows, filled, renderRows, renderInput } = props
  const { t } = useTranslation(['card', 'common'])
  const [sent, setSent] = useState<{ rows: Row[]; from: Card } | null>(null)
  const save = useMutation({ mutationFn: props.save, meta: { ownErrors: true } })
  // Until the card has been read again, what was sent is what it holds.
  const shown = sent && (save.isError || sent.from === card) ? sent.rows : rows
  const leave = (move: Move) => {
    save.reset()
    setSent(null)
    onLeave(move)
  }
  const saveAs = (next: Row[], move: Move) => {
    if (same(next, rows)) return leave(move)
    setSent({ rows: next, from: card })
    onLeave(move)
    save.mutate(next, {
      onSuccess({ operationId }) {
        rememberUndo(operationId)
        onSaved()
      },
      onError: onFailed,
    })
  }

  return (
    <FieldRow field={field} isEditing={isEditing} isWide>
      {isEditing ? (
        <RowsEditor initial={shown} onDone={(next, move) => saveAs(filled(next), move)} onLeave={leave}>
          {(typed, change) => (
            <>
              {renderInput(typed, change)}
              {save.error && <FieldProblem>{errorMessage(save.error)}</FieldProblem>}
            </>
          )}
        </RowsEditor>
      ) : (
        <div className={classes.rows}>
          {renderRows(shown)}
          <EditTarget field={field} isEmpty name={t('editField', { name: fieldLabel(field) })} onEdit={onEdit}>
            {shown.length === 0 ? t('common:none') : t('common:edit')}
          </EditTarget>
          {save.isSuccess && sent !== null && <SavedTick />}
          {save.error && <FieldProblem>{errorMessage(save.error)}</FieldProblem>}
        </div>
      )}
    </FieldRow>
  )
}

interface RowsEditorProps<Row> {
  readonly initial: readonly Row[]
  readonly onDone: (rows: readonly Row[], move: Move) => void
  readonly onLeave: (move: Move) => void
  readonly children: (rows: readonly Row[], onChange: (rows: readonly Row[]) => void) => ReactNode
}

/** Enter saves, Esc reverts, going elsewhere saves; Tab walks through the boxes of the rows. */
function RowsEditor<Row>({ initial, onDone, onLeave, children }: RowsEditorProps<Row>) {
  const [rows, setRows] = useState(initial)
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => box.current?.querySelector('input')?.focus(), [])

  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (isComposing(event) || event.defaultPrevented) return
    if (event.key === 'Escape') onLeave('stay')
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      onDone(rows, 'stay')
    }
  }
  return (
    <div
      ref={box}
      className={classes.editor}
      role="presentation"
      onKeyDown={press}
      onBlur={({ currentTarget, relatedTarget }) => {
        // A click on nothing in particular has no target: one may be about to add another row.
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) onDone(rows, 'away')
      }}
    >
      {children(rows, setRows)}
    </div>
  )
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
