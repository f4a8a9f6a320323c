import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '../lib/keys.ts'
import { useStart } from '../lib/start.ts'
import { SavedMark } from './saved-mark.tsx'
import { Section } from './section.tsx'
import { useSaveSettings } from './use-save-settings.ts'

export function BusinessSection() {
  const { t } = useTranslation('settings')
  const { settings } = useStart()
  const { save, isSaved } = useSaveSettings()
  return (
    <Section title={t('business')} text={t('businessText')}>
      <SettingText
        label={t('businessName')}
        saved={settings.businessName}
        maxLength={200}
        onSave={(businessName) => save({ businessName })}
      />
      <SettingText
        label={t('businessPhone')}
        saved={settings.businessPhone}
        maxLength={60}
        onSave={(businessPhone) => save({ businessPhone })}
      />
      <SavedMark isSaved={isSaved} />
    </Section>
  )
}

interface SettingTextProps {
  readonly label: string
  readonly saved: string
  readonly maxLength: number
  readonly onSave: (text: string) => void
}

/** Saved when it is left or on Enter; Esc goes back to what was saved. */
function SettingText({ label, saved, maxLength, onSave }: SettingTextProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const finish = () => {
    if (typed !== null && typed.trim() !== saved) onSave(typed.trim())
    setTyped(null)
  }
  return (
    <TextInput
      label={label}
      maxLength={maxLength}
      value={typed ?? saved}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
