import { Tooltip } from '@mantine/core'
import { IconHistory, IconSettings, IconSun, IconTrash, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '#contract/commands.ts'
import { api } from '../lib/api.ts'
import { commandKey } from '../lib/commands.ts'
import { paths, type Route } from '../lib/navigation.ts'
import classes from './rail.module.css'

type Place = 'today' | 'customers' | 'history' | 'trash' | 'settings'

const places = [
  { place: 'today', icon: IconSun, command: 'goToday' },
  { place: 'customers', icon: IconUsers, command: 'goCustomers' },
  { place: 'history', icon: IconHistory, command: 'goHistory' },
  { place: 'trash', icon: IconTrash, command: 'goTrash' },
  { place: 'settings', icon: IconSettings, command: 'goSettings' },
] as const satisfies readonly { place: Place; icon: typeof IconSun; command: CommandId }[]

export function Rail({ route }: { readonly route: Route }) {
  const { t } = useTranslation('app')
  const { data: counts } = useQuery(api.followUps.counts.queryOptions())
  const due = counts ? counts.overdue + counts.dueToday : 0

  return (
    <nav className={classes.rail} aria-label={t('places')}>
      {places.map(({ place, icon: Icon, command }) => (
        <Tooltip key={place} label={`${t(`place.${place}`)} ${commandKey(command).join(' ')}`} position="right">
          <a
            className={classes.place}
            href={paths[place]}
            data-place={place}
            aria-current={placeOf(route) === place ? 'page' : undefined}
          >
            <Icon size={18} stroke={1.6} aria-hidden />
            <span className={classes.label}>{t(`place.${place}`)}</span>
            {place === 'today' && due > 0 && (
              <span className={classes.count} data-overdue={(counts?.overdue ?? 0) > 0 || undefined}>
                {due > 999 ? '999+' : due}
              </span>
            )}
          </a>
        </Tooltip>
      ))}
    </nav>
  )
}

/** The place a page belongs to: a card, its sheet and the import stand under the customers. */
function placeOf({ page }: Route): Place {
  return page === 'card' || page === 'print' || page === 'import' || page === 'duplicates' ? 'customers' : page
}
