import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { DuplicateGroup, LikelyCustomer } from '#contract/duplicates.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { formatInstant } from '../lib/format.ts'
import { formatPhone } from '../lib/format-phone.ts'
import { useKeys } from '../lib/keys.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { Chip } from '../ui/chip.tsx'
import { StatusBar } from '../ui/status-bar.tsx'
import { comparedOf } from './found-groups.ts'
import classes from './group-list.module.css'

interface GroupListProps {
  readonly groups: readonly DuplicateGroup[]
  readonly onKeptApart: (ids: readonly CustomerId[]) => void
}

const mostNamed = 4

/** One row a group. The arrows go from group to group, Enter compares, N says that they are different. */
export function GroupList({ groups, onKeptApart }: GroupListProps) {
  const { t } = useTranslation(['duplicates', 'common'])
  const list = useRef<HTMLOListElement>(null)
  const [place, setPlace] = useState(0)
  const keepApart = useMutation(api.duplicates.keepApart.mutationOptions())
  const goTo = (wanted: number) => {
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>('[data-compare]') ?? []
    buttons[Math.max(0, Math.min(wanted, buttons.length - 1))]?.focus()
  }
  const sayApart = ({ customers }: DuplicateGroup) => {
    const ids = customers.map(({ id }) => id)
    keepApart.mutate(
      { ids },
      {
        onSuccess({ operationId }) {
          announce({ message: t('group.keptApart', { names: namesOf(customers, t('common:comma')) }), operationId })
          onKeptApart(ids)
        },
      },
    )
  }

  // Also when the group that had the focus is settled: then the next one has moved up into its place.
  const refocus = useEffectEvent((count: number) => goTo(Math.min(place, count - 1)))
  useEffect(() => refocus(groups.length), [groups.length])
  useKeys({
    ArrowDown: () => goTo(place + 1),
    ArrowUp: () => goTo(place - 1),
    n: () => {
      const group = groups[place]
      if (group && !keepApart.isPending) sayApart(group)
    },
  })

  return (
    <ol className={classes.list} ref={list}>
      {groups.map((group, index) => (
        <li key={group.customers[0]?.id} className={classes.group} onFocus={() => setPlace(index)}>
          <Group group={group} place={index + 1} onKeepApart={() => sayApart(group)} />
        </li>
      ))}
      <StatusBar
        keys={[
          { keys: ['↑', '↓'], label: t('key.move') },
          { keys: ['Enter'], label: t('key.compare') },
          { keys: ['N'], label: t('key.keepApart') },
        ]}
      />
    </ol>
  )
}

interface GroupProps {
  readonly group: DuplicateGroup
  readonly place: number
  readonly onKeepApart: () => void
}

function Group({ group, place, onKeepApart }: GroupProps) {
  const { t } = useTranslation(['duplicates', 'common'])
  const { customers, reasons } = group
  const label = t('group.label', { place, names: namesOf(customers, t('common:comma')) })
  return (
    <section className={classes.body} aria-label={label}>
      <div className={classes.reasons}>
        {reasons.slice(0, mostNamed).map(({ reason, value }) => (
          <Chip key={`${reason} ${value}`} tone={reason === 'name' ? 'plain' : 'warn'}>
            {t(`group.reason.${reason}`, { value: reason === 'phone' ? formatPhone(value) : value })}
          </Chip>
        ))}
      </div>
      <ul className={classes.customers}>
        {customers.slice(0, mostNamed).map((customer) => (
          <Customer key={customer.id} customer={customer} />
        ))}
        {customers.length > mostNamed && (
          <li className={classes.more}>{t('group.more', { count: customers.length - mostNamed })}</li>
        )}
      </ul>
      <div className={classes.actions}>
        <Button
          onClick={() => navigate(paths.mergeOf(comparedOf(group)))}
          aria-label={t('group.compareOf', { group: label })}
          data-compare
        >
          {t('group.compare')}
        </Button>
        <Button onClick={onKeepApart} aria-label={t('group.keepApartOf', { group: label })}>
          {t('group.keepApart')}
        </Button>
      </div>
    </section>
  )
}

function Customer({ customer }: { readonly customer: LikelyCustomer }) {
  const { t } = useTranslation('duplicates')
  const { id, name, number, phone, region, visits, changedAt } = customer
  return (
    <li className={classes.customer}>
      <a href={paths.card(id)}>{name}</a>
      <span className={classes.number}>{number}</span>
      <span>{phone === null ? t('group.noPhone') : formatPhone(phone)}</span>
      <span className={classes.region}>{region}</span>
      <span>{t('group.visits', { count: visits })}</span>
      <span className={classes.changed}>{t('group.changed', { day: formatInstant(changedAt).slice(0, 10) })}</span>
    </li>
  )
}

function namesOf(customers: readonly LikelyCustomer[], comma: string): string {
  return [...new Set(customers.map(({ name }) => name))].slice(0, mostNamed).join(comma)
}
