import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Field } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { fieldLabel } from '../lib/layout.ts'
import { useWrite } from '../lib/use-write.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

interface RemoveFieldProps {
  readonly field: Field
  readonly onClose: () => void
  readonly onGone: () => void
}

/** Says how much hangs on the field before it goes. */
export function RemoveField({ field, onClose, onGone }: RemoveFieldProps) {
  const { t } = useTranslation('fields')
  const { data: usage } = useQuery(api.fields.usage.queryOptions({ input: { id: field.id } }))
  const remove = useWrite(api.fields.remove.mutationOptions())
  const name = fieldLabel(field)
  const confirm = () =>
    remove.write({ id: field.id }, t('isRemoved', { name }), () => {
      onClose()
      onGone()
    })

  return (
    <ConfirmDialog
      opened={usage !== undefined}
      onClose={onClose}
      title={t('removeQuestion', { name })}
      confirmLabel={t('remove')}
      isDanger
      isBusy={remove.isPending}
      onConfirm={confirm}
    >
      {usage && (
        <>
          <p>{usage.values === 0 ? t('removeUnused') : t('removeUsed', { count: usage.values })}</p>
          {usage.views > 0 && <p>{t('removeFromViews', { count: usage.views })}</p>}
        </>
      )}
    </ConfirmDialog>
  )
}
