import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useIsConnected } from '../lib/connection.ts'
import { isElectron } from '../lib/platform.ts'
import classes from './disconnected-notice.module.css'

/** Stands over the status bar while the core does not answer; the page keeps what was typed. */
export function DisconnectedNotice() {
  const { t } = useTranslation('app')
  if (useIsConnected()) return null
  return (
    <div className={classes.notice} role="alert">
      <IconPlugConnectedX size={16} stroke={1.6} aria-hidden />
      <strong>{t('disconnected.title')}</strong>
      <span>{isElectron ? t('disconnected.text') : t('disconnected.textBrowser')}</span>
    </div>
  )
}
