import { useTranslation } from 'react-i18next'
import { useLayout } from '../lib/layout.ts'
import { FieldLine } from './field-row.tsx'
import classes from './fields.module.css'

interface ListedFieldsProps {
  readonly current: number | null
  readonly onCurrent: (id: number | null) => void
}

/** What the program works out for the list and the card shows elsewhere: last contact, completeness … */
export function ListedFields({ current, onCurrent }: ListedFieldsProps) {
  const { t } = useTranslation('fields')
  const fields = useLayout().fields.filter(({ owner, section }) => owner === 'customer' && section === null)
  if (fields.length === 0) return null
  return (
    <section className={classes.listed} aria-label={t('listedOnly')}>
      <h2 className={classes.listedTitle}>{t('listedOnly')}</h2>
      <ul className={classes.fields}>
        {fields.map((field) => (
          <li key={field.id} className={classes.row}>
            <FieldLine
              field={field}
              isOpen={field.id === current}
              onOpen={(open) => onCurrent(open ? field.id : null)}
              grip={null}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
