import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { looksDialable, type PhoneDraft } from '#contract/phones.ts'
import { cleaned } from '../lib/clean-notice.ts'
import classes from './phones-input.module.css'

interface PhonesInputProps {
  /** Rows without a number are allowed while typing: `filledPhones` before saving. */
  readonly value: readonly PhoneDraft[]
  readonly onChange: (phones: readonly PhoneDraft[]) => void
  readonly label?: string
  readonly autoFocus?: boolean
}

const blank: PhoneDraft = { id: null, label: '', number: '' }

export function PhonesInput({ value, onChange, label, autoFocus = false }: PhonesInputProps) {
  const { t } = useTranslation()
  const rows = value.length === 0 ? [blank] : value
  const change = (row: number, phone: PhoneDraft) => onChange(rows.with(row, phone))

  return (
    <fieldset className={classes.phones}>
      <legend className={classes.legend}>{label ?? t('phones.label')}</legend>
      {rows.map((phone, row) => (
        // The rows are told apart by their place: they have no name until they are saved.
        <div key={`${row}`} className={classes.row}>
          <TextInput
            className={classes.number}
            aria-label={t('phones.number')}
            placeholder={t('phones.number')}
            inputMode="tel"
            autoComplete="off"
            data-autofocus={(autoFocus && row === 0) || undefined}
            value={phone.number}
            onChange={(event) => change(row, { ...phone, number: cleaned(event.currentTarget.value) })}
            description={isOddPhone(phone.number) ? t('phones.odd') : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <TextInput
            className={classes.kind}
            aria-label={t('phones.kind')}
            placeholder={t('phones.kind')}
            autoComplete="off"
            value={phone.label}
            onChange={(event) => change(row, { ...phone, label: cleaned(event.currentTarget.value) })}
          />
          {rows.length > 1 && (
            <Tooltip label={t('phones.remove')}>
              <ActionIcon aria-label={t('phones.remove')} onClick={() => onChange(rows.toSpliced(row, 1))}>
                <IconX size={14} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={14} stroke={1.6} />}
        onClick={() => onChange([...rows, blank])}
        disabled={rows.some(({ number }) => number.trim() === '')}
      >
        {t('phones.add')}
      </Button>
    </fieldset>
  )
}

/** The phones as they can be saved: rows that were left empty are gone. */
export function filledPhones(phones: readonly PhoneDraft[]): PhoneDraft[] {
  return phones.filter(({ number }) => number.trim() !== '')
}

/** Typed far enough to see that it cannot be dialled. It is kept all the same. */
export function isOddPhone(number: string): boolean {
  return number.trim().length > 4 && !looksDialable(number)
}
