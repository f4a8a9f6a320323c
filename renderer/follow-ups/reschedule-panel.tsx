import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dueText } from '../lib/due-text.ts'
import { nextDue } from '../lib/next-pick.ts'
import { useLanguage, useToday } from '../lib/start.ts'
import { OneLineForm } from './one-line-form.tsx'
import type { PanelProps } from './panel-props.ts'
import { useReschedule } from './use-reschedule.ts'

/** Another day and time, typed as one says them. */
export function ReschedulePanel({ item, onCancel, onSaved }: PanelProps) {
  const { t } = useTranslation(['follow-ups', 'common'])
  const today = useToday()
  const language = useLanguage()
  const [text, setText] = useState('')
  const [isTried, setIsTried] = useState(false)
  const { reschedule, isPending } = useReschedule(item, onSaved)
  const due = nextDue({ pick: 'custom', text }, today, language)
  const isWrong = isTried && due === null

  return (
    <OneLineForm
      label={t('common:next.day')}
      placeholder={t('common:next.example')}
      submitLabel={t('action.reschedule')}
      value={text}
      onChange={(value) => {
        setText(value)
        setIsTried(false)
      }}
      onSubmit={() => {
        setIsTried(true)
        if (due !== null) reschedule(due)
      }}
      onCancel={onCancel}
      hint={isWrong ? t('common:next.wrong') : due && t('moveTo', { day: dueText(due, today) })}
      isWrong={isWrong}
      isSaving={isPending}
      maxLength={40}
    />
  )
}
