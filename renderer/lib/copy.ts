import { t } from 'i18next'
import { tell } from './announce.tsx'
import { plainPhone } from './format-phone.ts'

/** Copies and says what was copied. */
export function copyText(text: string): Promise<void> {
  return copyWhole(text, t('common:copied', { text: text.length > 60 ? `${text.slice(0, 60)}…` : text }))
}

/** Copies what is too long to be repeated: `message` says what it is. */
export async function copyWhole(text: string, message: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    tell(message)
  } catch {
    // A browser may withhold the clipboard, and says so only by failing.
    tell(t('common:copyFailed'))
  }
}

/** Copies a phone as one dials it: without spaces. */
export function copyPhone(number: string): Promise<void> {
  return copyText(plainPhone(number))
}
