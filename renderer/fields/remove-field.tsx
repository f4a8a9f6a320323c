import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

interface RemoveFieldProps {
  readonly name: string
  /** What hangs on the field. */
  readonly usage: { readonly values: number; readonly views: number }
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** Says how much hangs on the field before it goes. */
export function RemoveField({ name, usage, onClose, onConfirm }: RemoveFieldProps) {
  const { t } = useTranslation('fields')
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('removeQuestion', { name })}
      confirmLabel={t('remove')}
      isDanger
      onConfirm={onConfirm}
    >
      <p>{usage.values === 0 ? t('removeUnused') : t('removeUsed', { count: usage.values })}</p>
      {usage.views > 0 && <p>{t('removeFromViews', { count: usage.views })}</p>}
    </ConfirmDialog>
  )
}
