import { Button } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type Ref, type SubmitEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cleaned } from '../lib/clean-notice.ts'
import { isComposing } from '../lib/keys.ts'
import { useChoices } from '../lib/layout.ts'
import type { NextDraft } from '../lib/next-pick.ts'
import { ChoiceInput } from './choice-input.tsx'
import classes from './contact-line.module.css'
import { KeyCap } from './key-cap.tsx'
import { NextPicker, pickOfKey } from './next-picker.tsx'

export interface ContactLineValue {
  /** Key of a choice of the visit's field `channel`; null: no visit is written down. */
  readonly channel: string | null
  readonly text: string
  readonly next: NextDraft
}

interface ContactLineProps {
  readonly value: ContactLineValue
  readonly onChange: (value: ContactLineValue) => void
  readonly onSubmit: () => void
  readonly label: string
  readonly placeholder: string
  readonly maxLength: number
  /** At the left edge: who it is about. */
  readonly lead?: ReactNode
  /** Offers to write down no visit. */
  readonly mayBeNoVisit?: boolean
  /** Tab leaves for the full form once something is typed. */
  readonly onOpenForm?: () => void
  readonly onCancel?: () => void
  /** Saving is what Enter does now, so the button is the solid one. */
  readonly isActive: boolean
  readonly isNextWrong: boolean
  readonly isSaving: boolean
  readonly textRef?: Ref<HTMLTextAreaElement>
}

const noVisit = 'noVisit'

/** One row to write down a contact: by which channel, what was said, when next. Enter saves. */
export function ContactLine({
  value,
  onChange,
  onSubmit,
  label,
  placeholder,
  maxLength,
  lead,
  mayBeNoVisit = false,
  onOpenForm,
  onCancel,
  isActive,
  isNextWrong,
  isSaving,
  textRef,
}: ContactLineProps) {
  const { t } = useTranslation()
  const channels = useChoices('visit', 'channel')
  const form = useRef<HTMLFormElement>(null)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isSaving) onSubmit()
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const pick = pickOfKey(event)
    if (pick !== null) {
      event.preventDefault()
      onChange({ ...value, next: { ...value.next, pick } })
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      if (event.target instanceof HTMLElement) event.target.blur()
      onCancel?.()
    }
  }
  const pressInText = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      form.current?.requestSubmit()
    }
    const opensForm = event.key === 'Tab' && !event.shiftKey && value.text.trim() !== ''
    if (opensForm && onOpenForm) {
      event.preventDefault()
      onOpenForm()
    }
    if (event.key === 'ArrowDown' && event.currentTarget.selectionStart === value.text.length) {
      event.preventDefault()
      form.current?.querySelector<HTMLElement>('input[type="radio"]:checked, input[type="radio"]')?.focus()
    }
  }

  return (
    // The keys work in every part of the line.
    <form className={classes.frame} ref={form} onSubmit={submit} onKeyDown={press} data-active={isActive || undefined}>
      <div className={classes.line}>
        {lead !== undefined && <div className={classes.lead}>{lead}</div>}
        <div className={classes.channel}>
          <ChoiceInput
            name={t('contactLine.channel')}
            options={mayBeNoVisit ? [...channels, { key: noVisit, label: t('contactLine.noChannel') }] : channels}
            value={value.channel ?? noVisit}
            onChange={(channel) => onChange({ ...value, channel: channel === noVisit ? null : channel })}
            clearable={false}
          />
        </div>
        <textarea
          className={classes.text}
          data-quick-log={onOpenForm !== undefined || undefined}
          ref={textRef}
          rows={1}
          value={value.text}
          maxLength={maxLength}
          onChange={(event) => onChange({ ...value, text: cleaned(event.currentTarget.value) })}
          onKeyDown={pressInText}
          aria-label={label}
          placeholder={placeholder}
        />
        <div className={classes.end}>
          <NextPicker value={value.next} onChange={(next) => onChange({ ...value, next })} isWrong={isNextWrong} />
          <div className={classes.submit}>
            {isActive ? (
              <Button type="submit" variant="filled" loading={isSaving} rightSection={<KeyCap>{'Enter'}</KeyCap>}>
                {t('contactLine.save')}
              </Button>
            ) : (
              <Button type="submit" variant="subtle" data-plain rightSection={<KeyCap>{'L'}</KeyCap>}>
                {t('contactLine.write')}
              </Button>
            )}
          </div>
        </div>
      </div>
    </form>
  )
}
