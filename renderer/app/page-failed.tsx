import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useIsConnected } from '../lib/connection.ts'
import { EmptyState } from '../ui/empty-state.tsx'

export function PageFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('app')
  const reason = useIsConnected() ? 'failed' : 'lost'
  return (
    <EmptyState
      title={t(`${reason}.title`)}
      action={
        <Button variant="filled" onClick={onRetry}>
          {t('failed.retry')}
        </Button>
      }
    >
      {t(`${reason}.text`)}
    </EmptyState>
  )
}
