import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state.tsx'

export function PageFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('app')
  return (
    <EmptyState
      title={t('failed.title')}
      action={
        <Button variant="filled" onClick={onRetry}>
          {t('failed.retry')}
        </Button>
      }
    >
      {t('failed.text')}
    </EmptyState>
  )
}
