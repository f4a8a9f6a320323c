import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '../lib/format-phone.ts'
import { choiceLabel, fieldLabel, sectionLabel } from '../lib/layout.ts'
import { valueText } from '../lib/value-text.ts'
import type { SheetWords } from './sheet-blocks.ts'

/** The words of the sheet in the language of the window. */
export function useSheetWords(): SheetWords {
  const { t } = useTranslation('print')
  return useMemo(
    () => ({
      field: fieldLabel,
      section: sectionLabel,
      value: valueText,
      choice: (field, key) => (key === null ? '' : choiceLabel(field, key)),
      phone: formatPhone,
      word: (key) => t(`sheet.${key}`),
    }),
    [t],
  )
}
