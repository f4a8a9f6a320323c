import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './settings.module.css'

export function SavedMark({ isSaved }: { readonly isSaved: boolean }) {
  const { t } = useTranslation('settings')
  return (
    <output className={classes.saved}>
      {isSaved && (
        <>
          <IconCheck size={14} stroke={1.6} aria-hidden />
          {t('saved')}
        </>
      )}
    </output>
  )
}
