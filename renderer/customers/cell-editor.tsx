import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { fieldLabel } from '../lib/layout.ts'
import { rowValue } from './columns.ts'
import classes from './cell-editor.module.css'
import { saveProblem } from './save-problem.ts'
import { type Move, ValueEditor } from './value-editor.tsx'

export interface EditedCell {
  readonly row: CustomerRow
  readonly rowIndex: number
  readonly field: Field
  /** Opened by typing: what is typed takes the place of what was there. */
  readonly isTyped: boolean
  readonly box: { readonly left: number; readonly top: number; readonly width: number }
}

interface CellEditorProps {
  readonly cell: EditedCell
  readonly onClose: (move: Move) => void
}

/** Edits a cell of the list where it stands. It stays open until the value is saved. */
export function CellEditor({ cell: { row, field, isTyped, box }, onClose }: CellEditorProps) {
  const { t } = useTranslation('customers')
  const [was, setWas] = useState(rowValue(row, field.key))
  const save = useMutation(api.customers.saveValue.mutationOptions({ meta: { ownErrors: true } }))
  const problem = save.error ? saveProblem(save.error, field, save.variables.value) : null

  const saveAnd = (value: FieldValue, move: Move) =>
    save.mutate(
      { id: row.id, field: field.key, value, was },
      {
        onSuccess({ operationId }) {
          announce({ message: t('saved', { name: row.name, field: fieldLabel(field) }), operationId })
          onClose(move)
        },
        onError(error) {
          const now = saveProblem(error, field, value).now
          if (now !== undefined) setWas(now)
        },
      },
    )

  return (
    <div className={classes.place} style={box}>
      <ValueEditor
        className={classes.editor}
        field={field}
        value={was}
        selectsAll={isTyped}
        error={problem?.message}
        onSave={saveAnd}
        onLeave={onClose}
      />
    </div>
  )
}
