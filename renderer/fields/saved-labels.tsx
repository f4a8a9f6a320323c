import { useTranslation } from 'react-i18next'
import { useLanguage } from '../lib/start.ts'
import { SavedTextInput } from '../ui/saved-text-input.tsx'
import classes from './fields.module.css'

interface Labels {
  readonly labelZh: string
  readonly labelEn: string
}

interface SavedLabelsProps {
  readonly labels: Labels
  readonly maxLength: number
  /** Whose names these are, where the boxes stand in a row of many and have no label to see. */
  readonly of?: string
  readonly onSave: (change: Partial<Labels>) => void
}

/** The name in both languages, the one in use first; each is saved when it is left. */
export function SavedLabels({ labels, maxLength, of, onSave }: SavedLabelsProps) {
  const { t } = useTranslation('fields')
  const keys = useLanguage() === 'en' ? (['labelEn', 'labelZh'] as const) : (['labelZh', 'labelEn'] as const)
  return (
    <div className={classes.labels}>
      {keys.map((key) => (
        <SavedTextInput
          key={key}
          {...(of === undefined ? { label: t(key) } : { name: t(`${key}Of`, { name: of }), size: 'row' as const })}
          saved={labels[key]}
          maxLength={maxLength}
          required
          onSave={(text) => onSave({ [key]: text })}
        />
      ))}
    </div>
  )
}
