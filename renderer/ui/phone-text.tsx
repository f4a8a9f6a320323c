import { useTranslation } from 'react-i18next'
import { formatPhone, plainPhone } from '../lib/format-phone.ts'
import { CopyButton } from './copy-button.tsx'
import classes from './phone-text.module.css'

interface PhoneTextProps {
  readonly number: string
  /** False where the row has a key for it and the button would only be one more stop. */
  readonly inTabOrder?: boolean
}

export function PhoneText({ number, inTabOrder = true }: PhoneTextProps) {
  const { t } = useTranslation()
  return (
    <span className={classes.phone}>
      {formatPhone(number)}
      <CopyButton text={plainPhone(number)} label={t('copyPhone')} tabIndex={inTabOrder ? 0 : -1} />
    </span>
  )
}
