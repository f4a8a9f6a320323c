import { useTranslation } from 'react-i18next'
import { useLayout } from '../lib/layout.ts'
import classes from './history.module.css'
import { keptWords } from './operation-words.ts'
import type { Undo } from './use-undo.ts'

/** What an undo left alone because somebody changed it later. */
export function KeptRecords({ kept }: { readonly kept: NonNullable<Undo['kept']> }) {
  const { t } = useTranslation(['history', 'common'])
  const { fields } = useLayout()
  return (
    <output className={classes.kept}>
      <p className={classes.keptTitle}>{t('kept', { count: kept.count })}</p>
      <ul>
        {kept.records.map((record) => (
          <li key={`${record.entity}-${record.id}`}>{keptWords(t, record, fields)}</li>
        ))}
      </ul>
    </output>
  )
}
