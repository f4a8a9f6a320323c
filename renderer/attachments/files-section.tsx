import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../lib/api.ts'
import { formatNumber } from '../lib/format.ts'
import { paths } from '../lib/navigation.ts'
import { TitledSection } from '../ui/titled-section.tsx'
import { formatFileSize } from './file-size.ts'
import classes from './files-section.module.css'

/** Whether all files that are kept with cards are where they were put, and which are not. */
export function FilesSection() {
  const { t } = useTranslation(['attachments', 'common'])
  const { data } = useQuery(api.attachments.state.queryOptions())
  if (!data || data.count === 0) return null
  const { count, size, missing, missingCount } = data

  return (
    <TitledSection title={t('label')} text={t('state.text')}>
      <p className={classes.line}>{t('state.holds', { count: formatNumber(count), size: formatFileSize(size) })}</p>
      {missingCount === 0 ? (
        <p className={classes.line} data-tone="ok">
          <IconCheck size={14} stroke={1.6} aria-hidden />
          {t('state.whole')}
        </p>
      ) : (
        <>
          <p className={classes.line} data-tone="missing">
            <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
            {t('state.missing', { count: missingCount })}
          </p>
          <p className={classes.hint}>{t('missingHint')}</p>
          <ul className={classes.missing}>
            {missing.map(({ id, name, customerId, customerName }) => (
              <li key={id}>
                <a href={paths.card(customerId)}>{customerName}</a> {name}
              </li>
            ))}
          </ul>
        </>
      )}
    </TitledSection>
  )
}
