import {
  IconAdjustmentsHorizontal,
  IconHash,
  IconLayoutList,
  IconListDetails,
  IconShieldCheck,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths, type SettingsPart, settingsParts } from '../lib/navigation.ts'
import { Page } from '../ui/page.tsx'
import { AboutSection } from './about-section.tsx'
import { BusinessSection } from './business-section.tsx'
import { CheckSettings } from './check-settings.tsx'
import { LooksSection } from './looks-section.tsx'
import { NumberSettings } from './number-settings.tsx'
import classes from './settings.module.css'

const icons = {
  general: IconAdjustmentsHorizontal,
  fields: IconLayoutList,
  lists: IconListDetails,
  numbers: IconHash,
  staff: IconUsersGroup,
  checks: IconShieldCheck,
} as const satisfies Record<SettingsPart, unknown>

interface SettingsPageProps {
  readonly part: SettingsPart
  /** The parts that other features have. Fields and lists scroll by themselves. */
  readonly slots: Readonly<Record<'fields' | 'lists' | 'staff' | 'files', ReactNode>>
}

export function SettingsPage({ part, slots }: SettingsPageProps) {
  const { t } = useTranslation('settings')
  return (
    <Page title={t('title')} flush>
      <div className={classes.page}>
        <nav className={classes.parts} aria-label={t('parts')}>
          {settingsParts.map((one) => {
            const Icon = icons[one]
            return (
              <a
                key={one}
                className={classes.part}
                href={paths.settingsPart(one)}
                aria-current={one === part ? 'page' : undefined}
              >
                <Icon size={16} stroke={1.6} aria-hidden />
                {t(`part.${one}`)}
              </a>
            )
          })}
        </nav>
        <div className={classes.content} data-part={part} key={part}>
          {contentOf(part, slots)}
        </div>
      </div>
    </Page>
  )
}

function contentOf(part: SettingsPart, slots: SettingsPageProps['slots']): ReactNode {
  switch (part) {
    case 'general':
      return (
        <>
          <BusinessSection />
          <LooksSection />
          {slots.files}
          <AboutSection />
        </>
      )
    case 'numbers':
      return <NumberSettings />
    case 'checks':
      return <CheckSettings />
    case 'fields':
    case 'lists':
    case 'staff':
      return slots[part]
  }
}
