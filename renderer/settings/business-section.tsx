import { useTranslation } from 'react-i18next'
import { useStart } from '../lib/start.ts'
import { SavedTextInput } from '../ui/saved-text-input.tsx'
import { TitledSection } from '../ui/titled-section.tsx'
import { SavedMark } from './saved-mark.tsx'
import { useSaveSettings } from './use-save-settings.ts'

export function BusinessSection() {
  const { t } = useTranslation('settings')
  const { settings } = useStart()
  const { save, isSaved } = useSaveSettings()
  return (
    <TitledSection title={t('business')} text={t('businessText')}>
      <SavedTextInput
        label={t('businessName')}
        saved={settings.businessName}
        maxLength={200}
        onSave={(businessName) => save({ businessName })}
      />
      <SavedTextInput
        label={t('businessPhone')}
        saved={settings.businessPhone}
        maxLength={60}
        onSave={(businessPhone) => save({ businessPhone })}
      />
      <SavedMark isSaved={isSaved} />
    </TitledSection>
  )
}
