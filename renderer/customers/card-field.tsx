import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#contract/customers.ts'
import type { Field, FieldValue } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { rememberUndo } from '../lib/announce.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import classes from './card-field.module.css'
import { type EditableField, FieldProblem, FieldRow, ReadLine, SavedTick } from './field-row.tsx'
import { FieldValueRead } from './field-value-read.tsx'
import { SameName, SameNumber, SameWechat } from './same-customer.tsx'
import { sameValue } from './same-value.ts'
import { saveProblem } from './save-problem.ts'
import { ValueEditor } from './value-editor.tsx'

/** One field of the card: text that turns into an input where it stands. Saving says nothing but a tick. */
export function CardField({ card, field, isEditing, onEdit, onLeave, onFailed, onSaved }: EditableField) {
  const { t } = useTranslation('customers')
  const stored = card.values[field.key] ?? null
  const save = useMutation(api.customers.saveValue.mutationOptions({ meta: { ownErrors: true } }))
  const [sent, setSent] = useState<{ value: FieldValue; from: Card } | null>(null)
  const problem = save.error ? saveProblem(save.error, field, save.variables.value) : null
  // Until the card has been read again, what was sent is what it holds.
  const shown = sent && (problem || sent.from === card) ? sent.value : stored

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
    <FieldRow field={field} isEditing={isEditing} isWide={field.type === 'longText'}>
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
          renderBelow={(typed) => (
            <>
              <SameAs card={card} field={field} typed={typed} />
              <EditKeys />
            </>
          )}
        />
      ) : (
        <ReadLine>
          <FieldValueRead
            card={card}
            field={field}
            value={shown}
            isFailed={problem !== null}
            onEdit={field.readOnly ? null : onEdit}
          />
          {save.isSuccess && problem === null && sent !== null && sameValue(sent.value, shown) && <SavedTick />}
          {problem !== null && <FieldProblem>{problem.message}</FieldProblem>}
        </ReadLine>
      )}
      {problem?.now !== undefined && (
        <div className={classes.choice}>
          <Button onClick={giveUp}>{t('keepTheirs')}</Button>
          <Button onClick={() => sent && saveAs(sent.value, problem.now ?? null)}>{t('takeMine')}</Button>
        </div>
      )}
    </FieldRow>
  )
}

interface SameAsProps {
  readonly card: Card
  readonly field: Field
  readonly typed: FieldValue
}

/** Who has the same name, WeChat name or number already. */
function SameAs({ card, field, typed }: SameAsProps) {
  if (typeof typed !== 'string' || typed === card.values[field.key]) return null
  switch (field.key) {
    case 'name':
      return <SameName name={typed} except={card.id} />
    case 'wechat':
      return <SameWechat wechat={typed} except={card.id} />
    case 'number':
      return <SameNumber number={typed} except={card.id} />
    default:
      return null
  }
}

function EditKeys() {
  const { t } = useTranslation('customers')
  return (
    <p className={classes.keys}>
      {[
        { key: 'Enter', label: t('key.save') },
        { key: 'Esc', label: t('key.revert') },
        { key: 'Tab', label: t('key.nextField') },
      ].map(({ key, label }) => (
        <span key={key}>
          <KeyCap>{key}</KeyCap> {label}
        </span>
      ))}
    </p>
  )
}
