import { useTranslation } from 'react-i18next'
import { client } from '../lib/api.ts'
import { addressLine } from '../lib/address-line.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import classes from './addresses-field.module.css'
import { AddressesInput, filledAddresses } from './addresses-input.tsx'
import type { EditableField } from './field-row.tsx'
import { RowsField } from './rows-field.tsx'

/** The addresses of a customer, each with what it is for, as one line to read and to copy. */
export function AddressesField(props: EditableField) {
  const { t } = useTranslation('card')
  const { id, addresses } = props.card
  return (
    <RowsField
      {...props}
      rows={addresses.map(({ id, label, area, street, postcode }) => ({ id, label, area, street, postcode }))}
      filled={filledAddresses}
      save={(addresses) => client.customers.saveAddresses({ id, addresses })}
      renderRows={(rows) =>
        rows.map((address, index) => (
          <span key={`${index} ${address.street}`} className={classes.address}>
            {address.label !== '' && <span className={classes.kind}>{address.label}</span>}
            <span className={classes.line}>{addressLine(address)}</span>
            {address.postcode !== '' && <span className={classes.kind}>{address.postcode}</span>}
            <CopyButton text={addressLine(address)} label={t('copyAddress')} />
          </span>
        ))
      }
      renderInput={(rows, change) => <AddressesInput value={rows} onChange={change} />}
    />
  )
}
