import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../lib/format.ts'
import { StatusBar } from '../ui/status-bar.tsx'
import type { Ticked } from './ticked.ts'
import classes from './trash-bar.module.css'

interface TrashBarProps {
  readonly count: number
  readonly ticked: Ticked
  readonly isBusy: boolean
  readonly onRestore: () => void
  readonly onPurge: () => void
}

/** How much lies in the trash, and what can be done with what is ticked. */
export function TrashBar({ count, ticked, isBusy, onRestore, onPurge }: TrashBarProps) {
  const { t } = useTranslation('trash')
  return (
    <StatusBar
      keys={
        count === 0
          ? []
          : [
              { keys: ['↑', '↓'], label: t('key.move') },
              { keys: ['Space'], label: t('key.choose') },
              { keys: ['Enter'], label: t('key.restore') },
              { keys: ['Del'], label: t('key.purge') },
              { keys: ['/'], label: t('key.search') },
            ]
      }
    >
      <span>{t('total', { shown: formatNumber(count) })}</span>
      {ticked.size > 0 && (
        <>
          <strong className={classes.count}>{t('chosen', { shown: formatNumber(ticked.size) })}</strong>
          <Button className={classes.action} variant="filled" onClick={onRestore} loading={isBusy}>
            {t('restore')}
          </Button>
          <Button className={classes.action} onClick={onPurge}>
            {t('purge')}
          </Button>
        </>
      )}
    </StatusBar>
  )
}
