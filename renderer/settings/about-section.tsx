import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../lib/api.ts'
import { formatNumber } from '../lib/format.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { TitledSection } from '../ui/titled-section.tsx'
import classes from './settings.module.css'

export function AboutSection() {
  const { t } = useTranslation('settings')
  const { data } = useQuery(api.settings.about.queryOptions())
  if (!data) return null
  return (
    <TitledSection title={t('data')} text={t('dataText')}>
      <dl className={classes.facts}>
        <dt>{t('dataFile')}</dt>
        <dd>
          {data.dataFile}
          <CopyButton text={data.dataFile} label={t('copyDataFile')} />
        </dd>
        <dt>{t('holds')}</dt>
        <dd>{t('counts', { customers: formatNumber(data.customers), visits: formatNumber(data.visits) })}</dd>
        <dt>{t('version')}</dt>
        <dd>{t('versions', { version: data.version, sqlite: data.sqlite })}</dd>
      </dl>
    </TitledSection>
  )
}
