import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Language } from '#contract/common.ts'
import { Theme } from '#contract/settings.ts'
import { useStart } from '../lib/start.ts'
import { TitledSection } from '../ui/titled-section.tsx'
import classes from './settings.module.css'
import { useSaveSettings } from './use-save-settings.ts'

export function LooksSection() {
  const { t } = useTranslation(['settings', 'common'])
  const { settings } = useStart()
  const { save } = useSaveSettings()
  return (
    <TitledSection title={t('looks')}>
      <div>
        <div className={classes.label}>{t('language')}</div>
        <SegmentedControl
          aria-label={t('language')}
          data={Language.options.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          value={settings.language}
          onChange={(value) => save({ language: Language.parse(value) })}
        />
      </div>
      <div>
        <div className={classes.label}>{t('theme')}</div>
        <SegmentedControl
          aria-label={t('theme')}
          data={Theme.options.map((value) => ({ value, label: t(`themes.${value}`) }))}
          value={settings.theme}
          onChange={(value) => save({ theme: Theme.parse(value) })}
        />
      </div>
    </TitledSection>
  )
}
