import { useTranslation } from 'react-i18next'
import { client } from '../lib/api.ts'
import { paths } from '../lib/navigation.ts'
import classes from './affiliates-field.module.css'
import { AffiliatesInput, filledAffiliates } from './affiliates-input.tsx'
import type { EditableField } from './field-row.tsx'
import { RowsField } from './rows-field.tsx'

/** Other customers this one belongs together with: a click opens their cards, which tell it too. */
export function AffiliatesField(props: EditableField) {
  const { t } = useTranslation('card')
  const { id, affiliates } = props.card
  return (
    <RowsField
      {...props}
      rows={affiliates.map(({ customerId, name, note }) => ({ customerId, name, note }))}
      filled={filledAffiliates}
      save={(rows) =>
        client.customers.saveAffiliates({
          id,
          affiliates: rows.flatMap(({ customerId, note }) => (customerId === null ? [] : [{ customerId, note }])),
        })
      }
      renderRows={(rows) =>
        rows.map(({ customerId, name, note }) =>
          customerId === null ? null : (
            <span key={customerId} className={classes.affiliate}>
              <a href={paths.card(customerId)}>{name}</a>
              {note !== '' && <span className={classes.note}>{t('affiliate.noteIs', { note })}</span>}
            </span>
          ),
        )
      }
      renderInput={(rows, change) => <AffiliatesInput value={rows} onChange={change} except={id} />}
    />
  )
}
