import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../lib/format.ts'
import { shell } from '../lib/shell.ts'
import classes from './export-dialog.module.css'
import type { Exported } from './use-export.ts'

export function ExportResult({ exported: { report, saved } }: { readonly exported: Exported }) {
  const { t } = useTranslation('export')
  return (
    <div className={classes.result}>
      <p className={classes.saved} role="status">
        <IconCircleCheck size={18} stroke={1.6} aria-hidden />
        {t('done', { name: saved.name })}
      </p>
      <dl className={classes.counts}>
        {report.counts.map(({ sheet, rows }) => (
          <div key={sheet}>
            <dt>{t(`sheets.${sheet}`)}</dt>
            <dd>{formatNumber(rows)}</dd>
          </div>
        ))}
      </dl>
      {report.cutTexts > 0 && <p className={classes.warning}>{t('cutTexts', { count: report.cutTexts })}</p>}
      {saved.canOpen && (
        <div className={classes.actions}>
          <Button onClick={() => void shell.openSaved(saved.token)}>{t('open')}</Button>
          <Button onClick={() => void shell.revealSaved(saved.token)}>{t('reveal')}</Button>
        </div>
      )}
    </div>
  )
}
