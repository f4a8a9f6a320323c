import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { phoneDigits } from '#contract/phones.ts'
import type { SearchHit } from '#contract/search.ts'
import { api } from '../lib/api.ts'
import { formatPhone } from '../lib/format-phone.ts'
import { paths } from '../lib/navigation.ts'
import classes from './same-customer.module.css'

/** As few digits as make a phone worth comparing. */
const enoughDigits = 7

/** Says beneath a new name that somebody has it already. */
export function SameName({ name }: { readonly name: string }) {
  const wanted = plain(name)
  const hits = useFound(name).filter((hit) => plain(hit.name) === wanted)
  return wanted === '' ? null : <Same kind="sameName" hits={hits} />
}

/** Says beneath a new phone whose it is already. */
export function SamePhone({ number }: { readonly number: string }) {
  const digits = phoneDigits(number)
  const isEnough = digits.length >= enoughDigits
  const hits = useFound(isEnough ? digits : '').filter((hit) =>
    [hit.matched, hit.phone ?? ''].some((each) => phoneDigits(each) === digits),
  )
  return isEnough ? <Same kind="samePhone" hits={hits} /> : null
}

function useFound(text: string): readonly SearchHit[] {
  const [settled] = useDebouncedValue(text.trim(), 150)
  const found = useQuery(
    api.search.find.queryOptions({
      input: settled === '' ? skipToken : { text: settled, limit: 5 },
      placeholderData: keepPreviousData,
      meta: { ownErrors: true },
    }),
  )
  return settled === '' ? [] : (found.data?.hits ?? [])
}

function Same({ kind, hits }: { readonly kind: 'sameName' | 'samePhone'; readonly hits: readonly SearchHit[] }) {
  const { t } = useTranslation('customers')
  return (
    <div className={classes.same} role="status">
      {hits.slice(0, 3).map((hit) => (
        <p key={`${hit.customerId}-${hit.contactId ?? 0}`}>
          {t(`new.${kind}`)}
          <a href={paths.card(hit.customerId)}>{hit.customerName}</a>
          <span>{[hit.number, hit.phone && formatPhone(hit.phone), hit.hint].filter(Boolean).join(' · ')}</span>
        </p>
      ))}
    </div>
  )
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
}
