import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'
import { AboutSection } from './about-section.tsx'
import { BusinessSection } from './business-section.tsx'
import { LooksSection } from './looks-section.tsx'

export function SettingsPage() {
  const { t } = useTranslation('settings')
  return (
    <Page title={t('title')}>
      <BusinessSection />
      <LooksSection />
      <AboutSection />
    </Page>
  )
}
