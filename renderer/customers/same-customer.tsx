import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import type { DuplicateReason, LikelyMatch } from '#contract/duplicates.ts'
import { api } from '../lib/api.ts'
import { formatPhone } from '../lib/format-phone.ts'
import { paths } from '../lib/navigation.ts'
import classes from './same-customer.module.css'

interface SameProps {
  /** The card itself, when it is there already. */
  readonly except?: CustomerId | undefined
}

/** Says beneath a name that somebody has it already. */
export function SameName({ name, except }: SameProps & { readonly name: string }) {
  return <Same reason="name" text={name} except={except} />
}

/** Says beneath a phone whose it is already. */
export function SamePhone({ number, except }: SameProps & { readonly number: string }) {
  return <Same reason="phone" text={number} except={except} />
}

/** Says beneath a WeChat name whose it is already. */
export function SameWechat({ wechat, except }: SameProps & { readonly wechat: string }) {
  return <Same reason="wechat" text={wechat} except={except} />
}

/** Says beneath a card number which card has it already. */
export function SameNumber({ number, except }: SameProps & { readonly number: string }) {
  return <Same reason="number" text={number} except={except} />
}

const mostShown = 3

interface WantedProps extends SameProps {
  readonly reason: DuplicateReason
  readonly text: string
}

function Same({ reason, text, except }: WantedProps) {
  const { t } = useTranslation('duplicates')
  const typed = text.trim()
  const [settled] = useDebouncedValue(typed, 150)
  const { data = [] } = useQuery(
    api.duplicates.likely.queryOptions({
      input: settled === '' ? skipToken : { ...asked(reason, settled), except: except ?? null },
      placeholderData: keepPreviousData,
      meta: { ownErrors: true },
    }),
  )
  const matches = typed === '' || settled === '' ? [] : data
  return (
    <div className={classes.same} role="status">
      {matches.slice(0, mostShown).map((match) => (
        <p key={match.id}>
          {t(`same.${reason}`)}
          <a href={paths.card(match.id)}>{match.name}</a>
          <span>{factsOf(match).join(' · ')}</span>
        </p>
      ))}
    </div>
  )
}

function asked(reason: DuplicateReason, text: string) {
  return {
    name: reason === 'name' ? text : '',
    phones: reason === 'phone' ? [text] : [],
    wechat: reason === 'wechat' ? text : '',
    number: reason === 'number' ? text : '',
  }
}

function factsOf({ number, contactName, phone, region }: LikelyMatch): string[] {
  return [number, contactName ?? '', phone === null ? '' : formatPhone(phone), region].filter((fact) => fact !== '')
}
