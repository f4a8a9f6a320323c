import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadyView } from '#contract/customers.ts'
import { formatNumber } from '../lib/format.ts'
import type { ViewKey } from './use-customer-list.ts'
import classes from './view-tabs.module.css'

interface ViewTabsProps {
  readonly views: readonly ReadyView[]
  readonly view: ViewKey
  readonly onOpen: (view: ViewKey) => void
  readonly children: ReactNode
}

export function ViewTabs({ views, view, onOpen, children }: ViewTabsProps) {
  const { t } = useTranslation('customers')
  return (
    <Tabs
      value={view}
      onChange={(next) => {
        const chosen = views.find(({ key }) => key === next)
        if (chosen) onOpen(chosen.key)
      }}
      variant="none"
      classNames={classes}
    >
      <Tabs.List aria-label={t('views')}>
        {views.map(({ key, count }) => (
          <Tabs.Tab key={key} value={key} rightSection={<span className={classes.count}>{formatNumber(count)}</span>}>
            {t(`view.${key}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={view} className={classes.panel}>
        {children}
      </Tabs.Panel>
    </Tabs>
  )
}
