import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { rememberUndo } from '../lib/announce.tsx'
import { fieldLabel } from '../lib/layout.ts'
import { FieldText } from '../ui/field-text.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import classes from './card-field.module.css'
import { isEmptyValue } from './filter-rules.ts'
import { sameValue } from './same-value.ts'
import { saveProblem } from './save-problem.ts'
import { useFocusBack } from './use-focus-back.ts'
import { type Move, ValueEditor } from './value-editor.tsx'

interface CardFieldProps {
  readonly card: Card
  readonly field: Field
  readonly isEditing: boolean
  readonly onEdit: () => void
  readonly onLeave: (move: Move) => void
  /** It could not be saved after one had moved on. */
  readonly onFailed: () => void
  readonly onSaved: () => void
}

/** One field of the card: text that turns into an input where it stands. Saving says nothing but a tick. */
export function CardField({ card, field, isEditing, onEdit, onLeave, onFailed, onSaved }: CardFieldProps) {
  const { t } = useTranslation(['card', 'customers'])
  const stored = card.values[field.key] ?? null
  const save = useMutation(api.customers.saveValue.mutationOptions({ meta: { ownErrors: true } }))
  const [sent, setSent] = useState<{ value: FieldValue; from: Card } | null>(null)
  const problem = save.error ? saveProblem(save.error, field) : null
  // Until the card has been read again, what was sent is what it holds.
  const shown = sent && (problem || sent.from === card) ? sent.value : stored
  const isWide = field.type === 'longText'
  const row = useFocusBack(isEditing)

  const saveAs = (value: FieldValue, was: FieldValue) => {
    setSent({ value, from: card })
    save.mutate(
      { id: card.id, field: field.key, value, was },
      {
        onSuccess({ operationId }) {
          rememberUndo(operationId)
          onSaved()
        },
        onError: onFailed,
      },
    )
  }
  const giveUp = () => {
    save.reset()
    setSent(null)
  }

  return (
    <div ref={row} className={classes.field} data-wide={isWide || undefined} data-editing={isEditing || undefined}>
      <span className={classes.label} id={`card-label-${field.key}`}>
        {fieldLabel(field)}
      </span>
      {isEditing ? (
        <ValueEditor
          className={classes.editor}
          field={field}
          value={problem ? (problem.now ?? stored) : stored}
          initial={shown}
          error={problem?.message}
          onSave={(value, move) => {
            onLeave(move)
            saveAs(value, problem?.now ?? stored)
          }}
          onLeave={(move) => {
            giveUp()
            onLeave(move)
          }}
        >
          <p className={classes.keys}>
            {[
              { key: 'Enter', label: t('customers:key.save') },
              { key: 'Esc', label: t('customers:key.revert') },
              { key: 'Tab', label: t('customers:key.nextField') },
            ].map(({ key, label }) => (
              <span key={key}>
                <KeyCap>{key}</KeyCap> {label}
              </span>
            ))}
          </p>
        </ValueEditor>
      ) : (
        <ReadField
          field={field}
          value={shown}
          isSaved={save.isSuccess && sent !== null && sameValue(sent.value, shown)}
          problem={problem?.message ?? null}
          onEdit={field.readOnly ? null : onEdit}
        />
      )}
      {problem?.now !== undefined && (
        <div className={classes.choice}>
          <Button onClick={giveUp}>{t('customers:keepTheirs')}</Button>
          <Button onClick={() => sent && saveAs(sent.value, problem.now ?? null)}>{t('customers:takeMine')}</Button>
        </div>
      )}
    </div>
  )
}

interface ReadFieldProps {
  readonly field: Field
  readonly value: FieldValue
  readonly isSaved: boolean
  readonly problem: string | null
  /** Null for what the program keeps by itself. */
  readonly onEdit: (() => void) | null
}

function ReadField({ field, value, isSaved, problem, onEdit }: ReadFieldProps) {
  const { t } = useTranslation(['card', 'customers'])
  const isEmpty = isEmptyValue(value)
  const text = field.sensitive && !isEmpty ? t('masked') : <FieldText field={field} value={value} />

  return (
    <div className={classes.read}>
      {onEdit ? (
        <div
          id={`card-value-${field.key}`}
          className={classes.value}
          data-field={field.key}
          data-empty={isEmpty || undefined}
          data-failed={problem !== null || undefined}
          tabIndex={0}
          role="button"
          aria-labelledby={`card-label-${field.key} card-value-${field.key}`}
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
          {text}
        </div>
      ) : (
        <span className={classes.value} data-empty={isEmpty || undefined}>
          {text}
        </span>
      )}
      {isSaved && problem === null && (
        <span className={classes.saved}>
          <IconCheck size={13} stroke={1.6} aria-hidden />
          {t('saved')}
        </span>
      )}
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
