import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { View } from '#contract/views.ts'
import { runCommand } from '../lib/commands.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import classes from './no-customers.module.css'

interface NoCustomersProps {
  readonly view: View
  /** Words or conditions of one's own are on the list. */
  readonly isNarrowed: boolean
  readonly onRestore: () => void
}

export function NoCustomers({ view, isNarrowed, onRestore }: NoCustomersProps) {
  const { t } = useTranslation(['customers', 'views'])
  if (isNarrowed)
    return (
      <div className={classes.place}>
        <EmptyState title={t('none.narrowed')} action={<Button onClick={onRestore}>{t('views:restore')}</Button>} />
      </div>
    )
  if (view.query.filters.length > 0 || view.query.text !== '')
    return (
      <div className={classes.place}>
        <EmptyState title={t(view.key === 'overdue' || view.key === 'dueToday' ? 'none.nothingDue' : 'none.inView')} />
      </div>
    )
  return (
    <div className={classes.place}>
      <EmptyState
        title={t('none.title')}
        action={
          <Group gap="sm" justify="center">
            <Button variant="filled" onClick={() => runCommand('newCustomer')}>
              {t('none.create')}
            </Button>
            <Button onClick={() => runCommand('import')}>{t('none.import')}</Button>
          </Group>
        }
      >
        {t('none.text')}
      </EmptyState>
    </div>
  )
}
