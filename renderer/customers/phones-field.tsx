import { useTranslation } from 'react-i18next'
import { looksDialable } from '#contract/phones.ts'
import { client } from '../lib/api.ts'
import { PhoneText } from '../ui/phone-text.tsx'
import { filledPhones, PhonesInput } from '../ui/phones-input.tsx'
import type { EditableField } from './field-row.tsx'
import classes from './phones-field.module.css'
import { RowsField } from './rows-field.tsx'
import { SamePhone } from './same-customer.tsx'

/** The customer's own phones, each with what it is and a mark when it does not look like one. */
export function PhonesField(props: EditableField) {
  const { t } = useTranslation('card')
  const { id, phones } = props.card
  return (
    <RowsField
      {...props}
      rows={phones.map(({ id, label, number }) => ({ id, label, number }))}
      filled={filledPhones}
      save={(phones) => client.customers.savePhones({ id, phones })}
      renderRows={(rows) =>
        rows.map(({ label, number }, index) => (
          <span key={`${index} ${number}`} className={classes.phone}>
            {label !== '' && <span className={classes.kind}>{label}</span>}
            <PhoneText number={number} />
            {!looksDialable(number) && <span className={classes.odd}>{t('oddPhone')}</span>}
          </span>
        ))
      }
      renderInput={(rows, change) => (
        <>
          <PhonesInput value={rows} onChange={change} />
          {rows
            .filter(({ number }) => !phones.some((phone) => phone.number === number))
            .map(({ number }, index) => (
              <SamePhone key={`${index}`} number={number} except={id} />
            ))}
        </>
      )}
    />
  )
}
