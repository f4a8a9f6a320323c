import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { OneLineForm } from './one-line-form.tsx'
import type { PanelProps } from './panel-props.ts'

/** Not done, on purpose, with the reason in one line. */
export function SkipPanel({ item, onCancel, onSaved }: PanelProps) {
  const { t } = useTranslation('follow-ups')
  const [reason, setReason] = useState('')
  const [isTried, setIsTried] = useState(false)
  const skip = useMutation(api.followUps.skip.mutationOptions())
  const isWrong = isTried && reason.trim() === ''

  const submit = () => {
    setIsTried(true)
    if (reason.trim() === '') return
    skip.mutate(
      { id: item.id, reason: reason.trim() },
      {
        onSuccess({ operationId }) {
          announce({ message: t('skipped', { name: item.customerName }), operationId })
          onSaved()
        },
      },
    )
  }

  return (
    <OneLineForm
      label={t('reason')}
      placeholder={t('reasonHint')}
      submitLabel={t('action.skip')}
      value={reason}
      onChange={setReason}
      onSubmit={submit}
      onCancel={onCancel}
      hint={isWrong ? t('reasonMissing') : null}
      isWrong={isWrong}
      isSaving={skip.isPending}
      maxLength={1000}
    />
  )
}
