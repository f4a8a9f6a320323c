import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { tell } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { formatNumber } from '../lib/format.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { countsOf, type Ticked } from './ticked.ts'

interface PurgeDialogProps {
  /** Null: nothing is asked. */
  readonly asking: 'ticked' | 'all' | null
  readonly ticked: Ticked
  readonly count: number
  readonly onClose: () => void
  readonly onPurged: () => void
}

/** The one thing in the program that cannot be undone, so it asks and says how much is at stake. */
export function PurgeDialog({ asking, ticked, count, onClose, onPurged }: PurgeDialogProps) {
  const { t } = useTranslation(['trash', 'common'])
  const { mutate, isPending } = useMutation(
    api.trash.purge.mutationOptions({
      onSuccess: ({ purged }) => {
        onPurged()
        onClose()
        tell(t('purged', { shown: formatNumber(purged) }))
      },
    }),
  )
  const isAll = asking === 'all'
  const parts = countsOf(ticked).map(([entity, some]) => t('askPart', { count: some, kind: t(`kind.${entity}`) }))
  return (
    <ConfirmDialog
      opened={asking !== null}
      onClose={onClose}
      title={isAll ? t('askAllTitle') : t('askTitle', { shown: formatNumber(ticked.size) })}
      confirmLabel={t(isAll ? 'empty' : 'purge')}
      onConfirm={() => mutate({ entries: isAll ? null : [...ticked.values()] })}
      isBusy={isPending}
      isDanger
    >
      {isAll ? t('askAll', { shown: formatNumber(count) }) : t('ask', { what: parts.join(t('common:comma')) })}
    </ConfirmDialog>
  )
}
