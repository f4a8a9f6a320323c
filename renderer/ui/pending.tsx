import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDelayed } from '../lib/use-delayed.ts'
import classes from './pending.module.css'

/** Stands in for what is being read; nothing for the first 200 ms. */
export function Pending({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation()
  const isLate = useDelayed(true)
  if (!isLate) return null
  return (
    <output className={classes.pending} aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={20} width={`${90 - ((row * 17) % 40)}%`} animate={false} />
      ))}
    </output>
  )
}
