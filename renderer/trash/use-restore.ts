import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TrashKey } from '#contract/trash.ts'
import { announce, tell } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { formatNumber } from '../lib/format.ts'

interface Restore {
  readonly run: (entries: readonly TrashKey[]) => void
  readonly isBusy: boolean
}

export function useRestore(onRestored: () => void): Restore {
  const { t } = useTranslation('trash')
  const { mutate, isPending } = useMutation(
    api.trash.restore.mutationOptions({
      onSuccess: ({ operationId, restored, left }) => {
        onRestored()
        if (restored === 0) return tell(t('noneRestored'))
        const shown = formatNumber(restored)
        const message = left === 0 ? t('restored', { count: restored, shown }) : t('restoredSome', { shown, left })
        announce({ message, operationId })
      },
    }),
  )
  return {
    run: (entries) => {
      if (entries.length > 0) mutate({ entries: entries.map(({ entity, id }) => ({ entity, id })) })
    },
    isBusy: isPending,
  }
}
