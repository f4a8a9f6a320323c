import { t } from 'i18next'
import { cleanText } from '#contract/text.ts'
import { tell } from './announce.tsx'

/** The text without what no one can see or type, such as control characters out of a copied table. Says so. */
export function cleaned(text: string): string {
  const { text: clean, removed } = cleanText(text)
  if (removed > 0) tell(t('common:cleaned', { count: removed }))
  return clean
}
