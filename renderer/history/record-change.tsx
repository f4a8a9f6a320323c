import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '#contract/fields.ts'
import type { RecordChange, ValueChange } from '#contract/operations.ts'
import { useLayout } from '../lib/layout.ts'
import classes from './record-history.module.css'
import { toldField, toldValue } from './told-value.ts'

interface ChangedRecordProps {
  readonly change: RecordChange
  /** It is the record whose history one reads, so that it need not be named. */
  readonly isOwn: boolean
}

/** What came, what went, or which values became which. */
export function ChangedRecord({ change, isOwn }: ChangedRecordProps) {
  const { t } = useTranslation(['history', 'common'])
  const { entity, name, action, values } = change
  const what = t(`entity.${entity}`, { name }).trim()
  return (
    <li className={classes.change}>
      {action !== 'changed' && <span>{t(action, { what })}</span>}
      {action === 'changed' && !isOwn && <span className={classes.part}>{t('changed', { what })}</span>}
      {values.length > 0 && (
        <dl className={classes.values}>
          {values.map((value) => (
            <ChangedValue key={`${value.field}-${String(value.from)}`} entity={entity} value={value} />
          ))}
        </dl>
      )}
    </li>
  )
}

interface ChangedValueProps {
  readonly entity: RecordChange['entity']
  readonly value: ValueChange
}

function ChangedValue({ entity, value: { field: key, from, to } }: ChangedValueProps) {
  const { t } = useTranslation(['history', 'common'])
  const { fields } = useLayout()
  const { label, field, isSensitive } = toldField(t, entity, key, fields)
  const words = (value: FieldValue) => {
    if (value === null || value === '') return t('nothing')
    return isSensitive ? t('masked') : toldValue(t, key, field, value)
  }
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <VisuallyHidden>{t('from')}</VisuallyHidden>
        <Was isEmpty={from === null || from === ''}>{words(from)}</Was>
        <span aria-hidden className={classes.arrow}>
          {'→'}
        </span>
        <VisuallyHidden>{t('to')}</VisuallyHidden>
        <ins className={classes.to}>{words(to)}</ins>
      </dd>
    </>
  )
}

/** Nothing is not struck out. */
function Was({ isEmpty, children }: { readonly isEmpty: boolean; readonly children: ReactNode }) {
  return isEmpty ? <span className={classes.none}>{children}</span> : <del className={classes.from}>{children}</del>
}
