import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '#contract/common.ts'
import { cleaned } from '../lib/clean-notice.ts'
import { CustomerInput } from '../ui/customer-input.tsx'
import classes from './affiliates-input.module.css'

export interface AffiliateRow {
  /** Null until one is picked. */
  readonly customerId: CustomerId | null
  readonly name: string
  readonly note: string
}

interface AffiliatesInputProps {
  readonly value: readonly AffiliateRow[]
  readonly onChange: (affiliates: readonly AffiliateRow[]) => void
  /** The customer itself, who is not affiliated with itself. */
  readonly except: CustomerId
}

const blank: AffiliateRow = { customerId: null, name: '', note: '' }

export function AffiliatesInput({ value, onChange, except }: AffiliatesInputProps) {
  const { t } = useTranslation('card')
  const rows = value.length === 0 ? [blank] : value
  const change = (row: number, affiliate: AffiliateRow) => onChange(rows.with(row, affiliate))

  return (
    <fieldset className={classes.affiliates} aria-label={t('affiliate.all')}>
      {rows.map((affiliate, row) => (
        // The rows are told apart by their place: a customer may be picked anew in each.
        <div key={`${row}`} className={classes.row}>
          <CustomerInput
            name={t('affiliate.customer')}
            value={affiliate.customerId}
            except={[except, ...rows.flatMap((other, at) => (at === row ? [] : (other.customerId ?? [])))]}
            onChange={(customerId, hit) => change(row, { ...affiliate, customerId, name: hit?.customerName ?? '' })}
          />
          <TextInput
            aria-label={t('affiliate.note')}
            placeholder={t('affiliate.noteHint')}
            autoComplete="off"
            maxLength={100}
            value={affiliate.note}
            onChange={(event) => change(row, { ...affiliate, note: cleaned(event.currentTarget.value) })}
          />
          <Tooltip label={t('affiliate.remove')}>
            <ActionIcon aria-label={t('affiliate.remove')} onClick={() => onChange(rows.toSpliced(row, 1))}>
              <IconX size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
        onClick={() => onChange([...rows, blank])}
        disabled={rows.some(({ customerId }) => customerId === null)}
      >
        {t('affiliate.add')}
      </Button>
    </fieldset>
  )
}

/** The affiliates as they can be saved: rows in which nobody was picked are gone. */
export function filledAffiliates(affiliates: readonly AffiliateRow[]): AffiliateRow[] {
  return affiliates.filter(({ customerId }) => customerId !== null)
}
