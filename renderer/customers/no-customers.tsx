import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../lib/commands.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import classes from './no-customers.module.css'
import type { ViewKey } from './use-customer-list.ts'

interface NoCustomersProps {
  readonly view: ViewKey
  /** Words or conditions of one's own are on the list. */
  readonly isNarrowed: boolean
  readonly onRestore: () => void
}

export function NoCustomers({ view, isNarrowed, onRestore }: NoCustomersProps) {
  const { t } = useTranslation('customers')
  if (isNarrowed)
    return (
      <div className={classes.place}>
        <EmptyState title={t('none.narrowed')} action={<Button onClick={onRestore}>{t('restoreView')}</Button>} />
      </div>
    )
  if (view !== 'all')
    return (
      <div className={classes.place}>
        <EmptyState title={t(view === 'overdue' || view === 'dueToday' ? 'none.nothingDue' : 'none.inView')} />
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
