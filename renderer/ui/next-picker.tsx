import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type NextDraft, type NextPick, nextPicks } from '../lib/next-pick.ts'
import classes from './next-picker.module.css'

interface NextPickerProps {
  readonly value: NextDraft
  readonly onChange: (value: NextDraft) => void
  /** A day was typed that is none, or lies in the past. */
  readonly isWrong: boolean
}

/** Says when the next contact is: six radios, one of which turns into a line for a day of one's own. */
export function NextPicker({ value, onChange, isWrong }: NextPickerProps) {
  const { t } = useTranslation()
  const name = useId()

  return (
    <div className={classes.picker} role="radiogroup" aria-label={t('next.label')}>
      <span className={classes.label} aria-hidden>
        {t('next.short')}
      </span>
      {nextPicks.map((pick, index) => {
        const isPicked = value.pick === pick
        return (
          <label key={pick} className={classes.option} data-picked={isPicked || undefined} title={`Alt ${index + 1}`}>
            <input
              type="radio"
              name={name}
              className={classes.radio}
              checked={isPicked}
              onChange={() => onChange({ ...value, pick })}
              onClick={() => isPicked && onChange({ ...value, pick: null })}
            />
            {t(`next.${pick}`)}
          </label>
        )
      })}
      {value.pick === 'custom' && (
        <input
          // Picking it means that the day is typed now.
          ref={focusOnce}
          className={classes.day}
          value={value.text}
          maxLength={40}
          onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
          placeholder={t('next.example')}
          aria-label={t('next.day')}
          aria-invalid={isWrong}
        />
      )}
    </div>
  )
}

/** Alt 1 to 6 pick without leaving the text. */
export function pickOfKey(event: KeyboardEvent): NextPick | null {
  const digit = /^Digit([1-6])$/.exec(event.code)?.[1]
  return event.altKey && !event.ctrlKey && digit !== undefined ? (nextPicks[Number(digit) - 1] ?? null) : null
}

function focusOnce(element: HTMLInputElement | null): void {
  element?.focus()
}
