import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldValueText } from '../lib/field-value-text.ts'
import { formatDay } from '../lib/format.ts'
import { formatPhone } from '../lib/format-phone.ts'
import { choiceLabel, fieldLabel, sectionLabel } from '../lib/layout.ts'
import type { SheetWords } from './sheet-blocks.ts'

/** The words of the sheet in the language of the window. */
export function useSheetWords(): SheetWords {
  const { t } = useTranslation('print')
  return useMemo(
    () => ({
      field: fieldLabel,
      section: sectionLabel,
      // A list aligns its dates as digits; a sheet is read.
      value: (field, value) =>
        field.type === 'date' && typeof value === 'string' ? formatDay(value) : fieldValueText(field, value),
      choice: (field, key) => (key === null ? '' : choiceLabel(field, key)),
      phone: formatPhone,
      reportsTo: (name) => t('reportsTo', { name }),
      influences: (names) => t('influences', { names }),
      word: (key) => t(`sheet.${key}`),
    }),
    [t],
  )
}
