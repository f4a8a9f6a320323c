import { ActionIcon, Autocomplete, Button, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AddressDraft } from '#contract/addresses.ts'
import { cleaned } from '../lib/clean-notice.ts'
import { splitAddress } from '../lib/split-address.ts'
import classes from './addresses-input.module.css'

interface AddressesInputProps {
  /** Rows that say nothing yet are allowed while typing: `filledAddresses` before saving. */
  readonly value: readonly AddressDraft[]
  readonly onChange: (addresses: readonly AddressDraft[]) => void
}

const blank: AddressDraft = { id: null, label: '', area: '', street: '', postcode: '' }

export function AddressesInput({ value, onChange }: AddressesInputProps) {
  const { t } = useTranslation('card')
  const rows = value.length === 0 ? [blank] : value
  return (
    <fieldset className={classes.addresses} aria-label={t('address.all')}>
      {rows.map((address, row) => (
        // The rows are told apart by their place: they have no name until they are saved.
        <AddressRow
          key={`${row}`}
          address={address}
          onChange={(next) => onChange(rows.with(row, next))}
          onRemove={rows.length > 1 || !isBlank(address) ? () => onChange(rows.toSpliced(row, 1)) : null}
        />
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
        onClick={() => onChange([...rows, blank])}
        disabled={rows.some(isBlank)}
      >
        {t('address.add')}
      </Button>
    </fieldset>
  )
}

/** The addresses as they can be saved: rows that were left empty are gone. */
export function filledAddresses(addresses: readonly AddressDraft[]): AddressDraft[] {
  return addresses.filter((address) => !isBlank(address))
}

function isBlank({ area, street }: AddressDraft): boolean {
  return area.trim() === '' && street.trim() === ''
}

interface AddressRowProps {
  readonly address: AddressDraft
  readonly onChange: (address: AddressDraft) => void
  /** Null for the one empty row. */
  readonly onRemove: (() => void) | null
}

function AddressRow({ address, onChange, onRemove }: AddressRowProps) {
  const { t } = useTranslation('card')
  const set = (part: Partial<AddressDraft>) => onChange({ ...address, ...part })
  const box = (key: 'area' | 'street' | 'postcode', maxLength: number) => ({
    className: classes[key] ?? '',
    'aria-label': t(`address.${key}`),
    placeholder: t(`address.${key}`),
    autoComplete: 'off',
    maxLength,
    value: address[key],
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: cleaned(event.currentTarget.value) }),
  })

  return (
    <div className={classes.row}>
      <TextInput {...box('street', 500)} />
      <Autocomplete
        className={classes.label ?? ''}
        size="xs"
        aria-label={t('address.label')}
        placeholder={t('address.label')}
        maxLength={20}
        data={[t('address.kind.office'), t('address.kind.shop'), t('address.kind.warehouse'), t('address.kind.home')]}
        value={address.label}
        onChange={(label) => set({ label: cleaned(label) })}
      />
      <TextInput {...box('area', 200)} />
      <TextInput {...box('postcode', 20)} inputMode="numeric" />
      {onRemove && (
        <Tooltip label={t('address.remove')}>
          <ActionIcon className={classes.remove} aria-label={t('address.remove')} onClick={onRemove}>
            <IconX size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      <SplitOffer address={address} onSplit={set} />
    </div>
  )
}

interface SplitOfferProps {
  readonly address: AddressDraft
  readonly onSplit: (parts: Partial<AddressDraft>) => void
}

/** A whole address in the box of the street: one press puts 省市区 and postcode where they belong. */
function SplitOffer({ address, onSplit }: SplitOfferProps) {
  const { t } = useTranslation('card')
  const split = splitAddress(address.street)
  if (split === null || (split.area === '' && address.postcode !== '')) return null
  const { area, street, postcode } = split
  return (
    <Button
      variant="subtle"
      className={classes.split}
      onClick={() => onSplit({ area: area || address.area, street, postcode: postcode || address.postcode })}
    >
      {t('address.split', { parts: [area, postcode].filter(Boolean).join(' ') })}
    </Button>
  )
}
