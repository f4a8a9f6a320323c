import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state.tsx'

/** In place of a list that asks for a field that is gone: leaving the condition out unasked would show other customers. */
export function LostField({ onRemove }: { readonly onRemove: () => void }) {
  const { t } = useTranslation('views')
  return (
    <EmptyState
      title={t('lostField')}
      action={
        <Button variant="filled" onClick={onRemove}>
          {t('leaveOut')}
        </Button>
      }
    >
      {t('lostFieldHint')}
    </EmptyState>
  )
}
