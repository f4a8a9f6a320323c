import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { fieldLabel } from '../lib/layout.ts'
import classes from './field-row.module.css'
import { useFocusBack } from './use-focus-back.ts'
import type { Move } from './value-editor.tsx'

/** What every field of the card is told by the page. */
export interface EditableField {
  readonly card: Card
  readonly field: Field
  readonly isEditing: boolean
  readonly onEdit: () => void
  readonly onLeave: (move: Move) => void
  /** It could not be saved after one had moved on. */
  readonly onFailed: () => void
  readonly onSaved: () => void
}

interface FieldRowProps {
  readonly field: Field
  readonly isEditing?: boolean
  /** Takes both columns of the section. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** A field of the card: its label, and beside it what it holds or is typed into. */
export function FieldRow({ field, isEditing = false, isWide = false, children }: FieldRowProps) {
  const row = useFocusBack(isEditing)
  return (
    <div ref={row} className={classes.field} data-wide={isWide || undefined} data-editing={isEditing || undefined}>
      <span className={classes.label} id={`card-label-${field.key}`}>
        {fieldLabel(field)}
      </span>
      {children}
    </div>
  )
}

interface EditTargetProps {
  readonly field: Field
  /** Null for what the program keeps by itself: then it is only read. */
  readonly onEdit: (() => void) | null
  readonly isEmpty?: boolean
  readonly isFailed?: boolean
  /** What it does, where the text beside it does not say. */
  readonly name?: string
  readonly children: ReactNode
}

/** The text of a field, which a click or Enter turns into its input. */
export function EditTarget({ field, onEdit, isEmpty = false, isFailed = false, name, children }: EditTargetProps) {
  const id = `card-value-${field.key}`
  if (onEdit === null)
    return (
      <span className={classes.value} data-empty={isEmpty || undefined}>
        {children}
      </span>
    )
  return (
    <div
      id={id}
      className={classes.value}
      data-field={field.key}
      data-empty={isEmpty || undefined}
      data-failed={isFailed || undefined}
      tabIndex={0}
      role="button"
      aria-label={name}
      aria-labelledby={name === undefined ? `card-label-${field.key} ${id}` : undefined}
      onClick={() => {
        // Text that was marked with the mouse is being copied, not edited.
        if (document.getSelection()?.isCollapsed !== false) onEdit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        onEdit()
      }}
    >
      {children}
    </div>
  )
}

/** What stands beside the label while one reads: the value, and what can be done with it. */
export function ReadLine({ children }: { readonly children: ReactNode }) {
  return <div className={classes.read}>{children}</div>
}

export function SavedTick() {
  const { t } = useTranslation('card')
  return (
    <span className={classes.saved}>
      <IconCheck size={13} stroke={1.6} aria-hidden />
      {t('saved')}
    </span>
  )
}

export function FieldProblem({ children }: { readonly children: ReactNode }) {
  return (
    <p className={classes.problem} role="alert">
      {children}
    </p>
  )
}
