import { useMutation } from '@tanstack/react-query'
import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#contract/customers.ts'
import type { Field } from '#contract/fields.ts'
import { looksDialable, type PhoneDraft } from '#contract/phones.ts'
import { rememberUndo } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { isComposing } from '../lib/keys.ts'
import { fieldLabel } from '../lib/layout.ts'
import { PhoneText } from '../ui/phone-text.tsx'
import { filledPhones, PhonesInput } from '../ui/phones-input.tsx'
import classes from './card-field.module.css'
import own from './phones-field.module.css'
import { useFocusBack } from './use-focus-back.ts'
import type { Move } from './value-editor.tsx'

interface PhonesFieldProps {
  readonly card: Card
  readonly field: Field
  readonly isEditing: boolean
  readonly onEdit: () => void
  readonly onLeave: (move: Move) => void
  readonly onFailed: () => void
  readonly onSaved: () => void
}

/** The customer's own phones, each with what it is and a mark when it does not look like one. */
export function PhonesField({ card, field, isEditing, onEdit, onLeave, onFailed, onSaved }: PhonesFieldProps) {
  const { t } = useTranslation(['card', 'common'])
  const save = useMutation(api.customers.savePhones.mutationOptions())
  const row = useFocusBack(isEditing)
  const saveAs = (phones: PhoneDraft[]) =>
    save.mutate(
      { id: card.id, phones },
      {
        onSuccess({ operationId }) {
          rememberUndo(operationId)
          onSaved()
        },
        onError: onFailed,
      },
    )

  return (
    <div ref={row} className={classes.field} data-wide data-editing={isEditing || undefined}>
      <span className={classes.label} id="card-label-phones">
        {fieldLabel(field)}
      </span>
      {isEditing ? (
        <PhonesEditor
          initial={save.isError ? save.variables.phones : card.phones}
          onLeave={onLeave}
          onSave={(phones, move) => {
            onLeave(move)
            saveAs(phones)
          }}
        />
      ) : (
        <div className={own.phones}>
          {card.phones.map((phone) => (
            <span key={phone.id} className={own.phone}>
              {phone.label !== '' && <span className={own.kind}>{phone.label}</span>}
              <PhoneText number={phone.number} />
              {!looksDialable(phone.number) && <span className={own.odd}>{t('oddPhone')}</span>}
            </span>
          ))}
          <div
            className={classes.value}
            data-field="phones"
            data-empty
            role="button"
            tabIndex={0}
            aria-label={t('editPhones')}
            onClick={onEdit}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              onEdit()
            }}
          >
            {card.phones.length === 0 ? t('common:none') : t('common:edit')}
          </div>
          {save.isSuccess && numbersOf(save.variables.phones) === numbersOf(card.phones) && (
            <span className={classes.saved}>
              <IconCheck size={13} stroke={1.6} aria-hidden />
              {t('saved')}
            </span>
          )}
        </div>
      )}
    </div>
  )
}

function numbersOf(phones: readonly { readonly number: string }[]): string {
  return phones.map(({ number }) => number).join('\n')
}

interface PhonesEditorProps {
  readonly initial: readonly PhoneDraft[]
  readonly onSave: (phones: PhoneDraft[], move: Move) => void
  readonly onLeave: (move: Move) => void
}

function PhonesEditor({ initial, onSave, onLeave }: PhonesEditorProps) {
  const [phones, setPhones] = useState(() => initial.map(({ id, label, number }) => ({ id, label, number })))
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => box.current?.querySelector('input')?.focus(), [])

  const finish = (move: Move) => {
    const filled = filledPhones(phones)
    if (JSON.stringify(filled) === JSON.stringify(initial.map(({ id, label, number }) => ({ id, label, number }))))
      onLeave(move)
    else onSave(filled, move)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || !(event.target instanceof HTMLElement)) return
    event.stopPropagation()
    if (event.key === 'Escape') onLeave('stay')
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      finish('stay')
    }
  }
  return (
    <div
      ref={box}
      className={classes.editor}
      role="presentation"
      onKeyDown={press}
      onBlur={({ currentTarget, relatedTarget }) => {
        // A click on nothing in particular has no target: one may be about to add another phone.
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) finish('away')
      }}
    >
      <PhonesInput value={phones} onChange={(next) => setPhones([...next])} />
    </div>
  )
}
