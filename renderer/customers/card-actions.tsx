import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import {
  IconArrowsJoin,
  IconChevronDown,
  IconCopy,
  IconFileExport,
  IconHistory,
  IconPrinter,
  IconTrash,
  IconUserPlus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#contract/customers.ts'
import { announce, tell } from '../lib/announce.tsx'
import { api, client } from '../lib/api.ts'
import { copyWhole } from '../lib/copy.ts'
import { useLayout } from '../lib/layout.ts'
import { navigate, paths } from '../lib/navigation.ts'
import { request } from '../lib/requests.ts'
import classes from './card-actions.module.css'
import { cardText } from './card-text.ts'

interface CardActionsProps {
  readonly card: Card
  readonly onPrint: () => void
}

/** What one does with a whole card. */
export function CardActions({ card, onPrint }: CardActionsProps) {
  const { t } = useTranslation(['card', 'customers'])
  return (
    <div className={classes.actions}>
      <Button leftSection={<IconPrinter size={15} stroke={1.6} aria-hidden />} onClick={onPrint}>
        {t('customers:print')}
      </Button>
      <Button
        leftSection={<IconFileExport size={15} stroke={1.6} aria-hidden />}
        onClick={() => request({ form: 'export', selection: { ids: [card.id] } })}
      >
        {t('customers:export')}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}>{t('more')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <MoreActions card={card} />
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const

function MoreActions({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const layout = useLayout()
  const remove = useMutation(
    api.customers.remove.mutationOptions({
      onSuccess: ({ operationId }) => announce({ message: t('removed', { name: card.name }), operationId }),
    }),
  )
  const removeCard = () => {
    // One leaves first: a card that is gone must not be asked for again.
    navigate(paths.customers)
    remove.mutate({ selection: { ids: [card.id] } })
  }
  const findSame = useFindSame(card)

  return (
    <>
      <Menu.Item
        leftSection={<IconUserPlus {...icon} />}
        onClick={() => request({ form: 'followUp', customerId: card.id })}
      >
        {t('planFollowUp')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconHistory {...icon} />}
        onClick={() => request({ form: 'history', entity: 'customer', id: card.id, name: card.name })}
      >
        {t('history')}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowsJoin {...icon} />} onClick={findSame}>
        {t('findSame')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopy {...icon} />}
        onClick={() => void copyWhole(cardText(card, layout), t('copied', { name: card.name }))}
      >
        {t('copyText')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item color="var(--sk-danger)" leftSection={<IconTrash {...icon} />} onClick={removeCard}>
        {t('remove')}
      </Menu.Item>
    </>
  )
}

/** As many cards as are compared side by side. */
const mostCompared = 10

/** Looks for other cards of the same customer and puts them beside this one. */
function useFindSame({ id, name, phones, contacts, values }: Card): () => void {
  const { t } = useTranslation('card')
  const find = useMutation({
    mutationFn: () =>
      client.duplicates.likely({
        name,
        phones: [...phones, ...contacts.flatMap((contact) => contact.phones)].slice(0, 20).map(({ number }) => number),
        wechat: typeof values['wechat'] === 'string' ? values['wechat'] : '',
        number: '',
        except: id,
      }),
    onSuccess(found) {
      if (found.length === 0) tell(t('nobodySame', { name }))
      else navigate(paths.mergeOf([id, ...new Set(found.map((match) => match.id))].slice(0, mostCompared)))
    },
  })
  return () => find.mutate()
}
